/**
 * The rivals that the library is measured against: the same answers from well-known libraries, and from plain Java as a careful
 * programmer would write it. Buffers are reused, logarithms are of products, and each library runs the fastest path it
 * offers for one small positive definite matrix after another.
 */
@NullMarked
package org.oinfo.bench.peers;

import org.jspecify.annotations.NullMarked;
