/**
 * Numbers without a header, of which the user says shape and type; mapped.
 *
 * <p>May import {@code data} and {@code data.array}.
 */
@NullMarked
package org.oinfo.data.raw;

import org.jspecify.annotations.NullMarked;
