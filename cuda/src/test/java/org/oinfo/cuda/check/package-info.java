/** The check of a real device: is it right, how fast is it. Run by {@code gpu-check.sh}; see the module's README. */
@NullMarked
package org.oinfo.cuda.check;

import org.jspecify.annotations.NullMarked;
