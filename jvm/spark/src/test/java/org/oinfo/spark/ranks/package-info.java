/** Tests of ranks on many machines. */
@NullMarked
package org.oinfo.spark.ranks;

import org.jspecify.annotations.NullMarked;
