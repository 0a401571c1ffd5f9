/**
 * One class a command, but for the searches.
 *
 * <p>Read {@link org.oinfo.cli.command.ScanCommand} first. May import {@code input} and {@code process}.
 */
@NullMarked
package org.oinfo.cli.command;

import org.jspecify.annotations.NullMarked;
