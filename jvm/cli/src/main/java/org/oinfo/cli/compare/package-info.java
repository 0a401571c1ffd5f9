/**
 * {@code oinfo compare}: where two data sets differ.
 *
 * <p>Read {@link org.oinfo.cli.compare.CompareCommand} first. May import {@code analysis}, {@code cluster}, {@code input} and {@code
 * process}.
 */
@NullMarked
package org.oinfo.cli.compare;

import org.jspecify.annotations.NullMarked;
