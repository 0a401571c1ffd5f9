package org.oinfo.bench.report;

/** Vector instructions of arithmetic that a task needs for each n-plet: what turns a rate into a share of the peak. */
final class Work {
    private Work() {}

    /**
     * Multiply-adds of the four measures of one given n-plet: Cholesky factor, inverse of the factor, diagonal of the
     * inverse. Divisions and logarithms are not counted.
     *
     * <pre>  k(k-1)(k-2)/6 + k(k-1)/2   L and the pivots
     *  k(k-1)(k-2)/6              L^-1
     *  k(k-1)/2                   sum of squares</pre>
     */
    static double measures(int order) {
        double pairs = order * (order - 1.0);
        return pairs * (order - 2) / 3 + pairs;
    }

    /**
     * Instructions of the shortest form known to us that only asks whether Omega is above a threshold: 4, 9, 15, 19, 24 and 28
     * for orders 3 to 8. Both ends, counts and the mean take more, so a scan that delivers them stays below 100 %.
     */
    static double scan(int order) {
        double[] known = {4, 9, 15, 19, 24, 28};
        return order >= 3 && order - 3 < known.length ? known[order - 3] : Double.NaN;
    }
}
