/** Tests of the answers that the benchmarks time. */
@NullMarked
package org.oinfo.bench;

import org.jspecify.annotations.NullMarked;
