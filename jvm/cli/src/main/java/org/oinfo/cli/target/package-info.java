/**
 * {@code oinfo target} and {@code oinfo dynamic}: what groups say about a class, a variable, the next value of a series.
 *
 * <p>Read {@link org.oinfo.cli.target.TargetCommand} first. May import {@code analysis}, {@code cluster}, {@code input} and {@code
 * process}.
 */
@NullMarked
package org.oinfo.cli.target;

import org.jspecify.annotations.NullMarked;
