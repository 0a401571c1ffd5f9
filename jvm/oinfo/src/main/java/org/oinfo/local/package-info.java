/**
 * More about given n-plets than their four measures: what each variable adds, and what each sample says.
 *
 * <p>Read {@link org.oinfo.local.Gradients} and {@link org.oinfo.local.LocalMeasures} first. May import {@code parallel}, {@code
 * data}, {@code estimate} and {@code scan}.
 */
@NullMarked
package org.oinfo.local;

import org.jspecify.annotations.NullMarked;
