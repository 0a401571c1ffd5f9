/**
 * The command line: options in, reports out, no arithmetic. {@link org.oinfo.cli.Main} starts a process, {@link org.oinfo.cli.Oinfo}
 * picks a command.
 *
 * <p>For other modules there are only {@link org.oinfo.cli.CommandProvider} and the rooms {@code process} and {@code input}, which a
 * command of theirs is made with; the rest is an application's own.
 */
@NullMarked
package org.oinfo.cli;

import org.jspecify.annotations.NullMarked;
