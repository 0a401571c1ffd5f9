package org.oinfo.screen;

/**
 * Where a column is cut in two: samples above it have 1. With ties a cut at a quantile hardly ever leaves the share that was asked
 * for; of the two cuts beside the quantile's value the one that comes nearest is taken, the lower one where both do.
 *
 * @param value the quantile
 * @param inclusive whether samples of this value are above the cut
 * @param ones number of samples above it
 */
record Cut(double value, boolean inclusive, int ones) {
    /**
     * The cut beside a quantile.
     *
     * @param wanted number of samples that should be above it
     */
    static Cut near(double[] column, double quantile, double wanted) {
        int above = 0;
        int equal = 0;
        for (double x : column) {
            above += x > quantile ? 1 : 0;
            equal += x == quantile ? 1 : 0;
        }
        boolean inclusive = Math.abs(above + equal - wanted) <= Math.abs(above - wanted);
        return new Cut(quantile, inclusive, inclusive ? above + equal : above);
    }

    boolean isAbove(double x) {
        return inclusive ? x >= value : x > value;
    }
}
