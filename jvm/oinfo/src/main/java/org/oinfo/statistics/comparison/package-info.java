/**
 * Where do two data sets differ? Every n-plet in both, ranked by the difference of a measure, and p-values of the extreme differences from
 * permutations of the samples' labels, each of them scored in full.
 *
 * <p>Read {@link org.oinfo.statistics.comparison.Comparison} first. May import {@code scan}, {@code estimate} and {@code
 * statistics.surrogate}, and what these import.
 */
@NullMarked
package org.oinfo.statistics.comparison;

import org.jspecify.annotations.NullMarked;
