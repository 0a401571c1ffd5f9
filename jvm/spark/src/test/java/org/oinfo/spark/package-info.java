/** Tests of scans on Spark: {@link org.oinfo.spark.StandaloneTest} starts clusters. */
@NullMarked
package org.oinfo.spark;

import org.jspecify.annotations.NullMarked;
