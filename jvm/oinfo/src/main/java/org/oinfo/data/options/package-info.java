/**
 * What a file does not say of itself: which of its arrays, axes, rows and marks are meant.
 *
 * <p>Read {@link org.oinfo.data.options.ReadOptions} first. An option that a new format needs is a component there, and a constant
 * of {@link org.oinfo.data.Setting} for the messages that ask for it.
 */
@NullMarked
package org.oinfo.data.options;

import org.jspecify.annotations.NullMarked;
