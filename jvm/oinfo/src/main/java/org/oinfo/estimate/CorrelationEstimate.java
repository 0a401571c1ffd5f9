package org.oinfo.estimate;

import java.util.List;
import org.oinfo.data.Warning;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * A correlation matrix and how it came about. Arrays are the record's own: read only.
 *
 * @param matrix R of the variables that were kept
 * @param variables their positions among the input's variables, ascending
 * @param dead positions of the constant variables that were left out, ascending
 * @param samples number of samples T; 0 when a covariance was given
 * @param tiedValues how many values of kept variables share their value with another sample; 0 unless the estimator ranks
 * @param shrinkageIntensity the a of (1 - a) R + a I; NaN without shrinkage
 * @param collinear pairs with 1 - r^2 below {@value Collinear#THRESHOLD}, in order of position, the first
 * */
@SuppressWarnings("ArrayRecordComponent") // indices of up to a million variables are not boxed to be immutable
public record CorrelationEstimate(
        CorrelationMatrix matrix,
        int[] variables,
        int[] dead,
        int samples,
        long tiedValues,
        double shrinkageIntensity,
        List<Collinear> collinear,
        List<Warning> warnings) {
    /** How many collinear pairs are listed at most: ten thousand identical variables would make fifty million. */
    public static final int MOST_COLLINEAR = 10_000;
}
