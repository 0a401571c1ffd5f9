/**
 * DATA and the options that say how it is read, estimated and run.
 *
 * <p>Read {@link org.oinfo.cli.input.InputOptions} first. May import {@code process}.
 */
@NullMarked
package org.oinfo.cli.input;

import org.jspecify.annotations.NullMarked;
