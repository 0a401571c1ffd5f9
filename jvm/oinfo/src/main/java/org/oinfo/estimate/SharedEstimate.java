package org.oinfo.estimate;

import org.oinfo.data.Variables;

/**
 * Correlations that several machines made of samples together, and what the samples were.
 *
 * @param estimate the correlations
 * @param variables the columns that take part, and those left out
 * @param columns those that were chosen, ascending: the positions of the estimate are among them
 * @param source where the samples are, for messages
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SharedEstimate(CorrelationEstimate estimate, Variables variables, int[] columns, String source) {}
