/**
 * One class a command, but for the searches.
 *
 * <p>Read {@link org.oinfo.cli.command.ScanCommand} first. May import {@code input} and {@code process}.
 *
 * <p>To add a command: a class {@code XCommand} with {@code @Command}, examples in its footer, options from the mixins; a line in
 * {@code Oinfo.commands}; its report as {@link org.oinfo.report.Listing} unless it scans or scores given n-plets. Tests: its help, its
 * numbers, its JSON against the schema, the exact message of every refusal. A command of another module implements {@link
 * org.oinfo.cli.CommandProvider}.
 */
@NullMarked
package org.oinfo.cli.command;

import org.jspecify.annotations.NullMarked;
