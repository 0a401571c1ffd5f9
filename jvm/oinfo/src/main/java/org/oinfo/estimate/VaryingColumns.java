package org.oinfo.estimate;

/**
 * What is known of the columns before correlations are made.
 *
 * @param live positions of the variables that vary, ascending
 * @param dead positions of the constant variables, ascending
 * @param samples number of samples T
 * @param tiedValues how many values of live variables share their value with another sample; 0 unless the estimator ranks
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record VaryingColumns(int[] live, int[] dead, int samples, long tiedValues) {}
