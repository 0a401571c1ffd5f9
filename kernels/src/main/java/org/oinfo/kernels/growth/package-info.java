/**
 * What greedy growth by the bordered sweep shares, whatever runs its steps: what is decided canonically. Read {@link
 * org.oinfo.kernels.growth.GrowthWalk} first.
 */
@NullMarked
package org.oinfo.kernels.growth;

import org.jspecify.annotations.NullMarked;
