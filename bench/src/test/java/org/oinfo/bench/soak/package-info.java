/** Tests of the half hour of mixed work. */
@NullMarked
package org.oinfo.bench.soak;

import org.jspecify.annotations.NullMarked;
