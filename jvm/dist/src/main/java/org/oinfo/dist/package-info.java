/** What is made for installing oinfo: {@link org.oinfo.dist.Manual} writes its manual pages; the rest is in {@code src/build}. */
@NullMarked
package org.oinfo.dist;

import org.jspecify.annotations.NullMarked;
