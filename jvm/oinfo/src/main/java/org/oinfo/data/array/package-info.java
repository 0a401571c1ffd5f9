/**
 * Arrays of numbers as files hold them, whatever the format: any type, byte order, layout and number of axes, read where they lie.
 *
 * <p>Read {@link org.oinfo.data.array.NumericSamples} first, which makes samples of a {@link org.oinfo.data.array.NumericArray}.
 * A format lists its arrays as an {@link org.oinfo.data.array.ArrayFile}. May import {@code data}.
 */
@NullMarked
package org.oinfo.data.array;

import org.jspecify.annotations.NullMarked;
