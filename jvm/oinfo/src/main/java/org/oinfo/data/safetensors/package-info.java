/**
 * Safetensors: a header in JSON and tensors of raw numbers, mapped.
 *
 * <p>May import {@code data} and {@code data.array}.
 */
@NullMarked
package org.oinfo.data.safetensors;

import org.jspecify.annotations.NullMarked;
