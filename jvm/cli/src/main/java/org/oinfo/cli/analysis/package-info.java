/**
 * The skeleton of every command that analyses DATA: what is refused, opened, read, warned of, watched, written, and in which order.
 *
 * <p>Read {@link org.oinfo.cli.analysis.AnalysisCommand} first. May import {@code input}, {@code picture} and {@code process}.
 */
@NullMarked
package org.oinfo.cli.analysis;

import org.jspecify.annotations.NullMarked;
