/**
 * One class a command, but for the searches.
 *
 * <p>Read {@link org.oinfo.cli.command.MeasuresCommand} first, the shortest. May import {@code analysis}, {@code input} and {@code
 * process}.
 *
 * <p>To add a command: a class {@code XCommand} that extends {@link org.oinfo.cli.analysis.AnalysisCommand}, with {@code @Command},
 * examples in its footer and its own options; {@code prepare} reads DATA and returns the work, whose outcome is a {@link
 * org.oinfo.report.Listing} unless it scans or scores given n-plets; a line in {@code Oinfo.commands}. Tests: its help, its numbers, its
 * JSON against the schema, the exact message of every refusal. A command of another module implements {@link
 * org.oinfo.cli.CommandProvider}.
 */
@NullMarked
package org.oinfo.cli.command;

import org.jspecify.annotations.NullMarked;
