/**
 * More about given n-plets than their four measures: what each variable adds, what each sample says, and what all subsets say
 * together.
 *
 * <p>Read {@link org.oinfo.local.Gradients}, {@link org.oinfo.local.LocalMeasures} and {@link org.oinfo.local.SubsetLattice} first. May import {@code parallel}, {@code
 * data}, {@code estimate} and {@code scan}.
 */
@NullMarked
package org.oinfo.local;

import org.jspecify.annotations.NullMarked;
