/**
 * Work over threads whose results do not depend on their number, and the monitor that watches it.
 *
 * <p>Read {@link org.oinfo.parallel.OrderedBlocks} first. Imports nothing of the library.
 */
@NullMarked
package org.oinfo.parallel;

import org.jspecify.annotations.NullMarked;
