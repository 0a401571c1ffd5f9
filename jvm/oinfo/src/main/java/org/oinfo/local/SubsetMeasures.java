package org.oinfo.local;

/**
 * What all subsets of an n-plet say together, nats; NaN of a singular one.
 *
 * @param coInformation co-information sum_A (-1)^(|A|+1) H(A) over the non-empty subsets A: the mutual information of a pair, the
 *     O-information of a triplet; from four variables on its sign has no reading of its own
 * @param bound how far rounding may have moved the co-information
 * @param tse complexity sum_j (j/k TC(S) - mean TC of the subsets of j variables): 0 of independent variables, large where
 *     small and large parts are tied differently
 */
public record SubsetMeasures(double coInformation, double bound, double tse) {
    /** Of a singular n-plet. */
    static final SubsetMeasures SINGULAR = new SubsetMeasures(Double.NaN, Double.NaN, Double.NaN);
}
