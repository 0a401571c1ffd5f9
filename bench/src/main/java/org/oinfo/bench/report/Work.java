package org.oinfo.bench.report;

/** Vector instructions of arithmetic that one operation of a benchmark needs: what turns a rate into a share of the peak. */
final class Work {
    private Work() {}

    /** Multiply-adds of doubles for each operation that a rate counts; NaN where no count is known. */
    static double of(Rate rate) {
        return switch (rate.benchmarkClass()) {
            case "MeasuresBenchmark" -> measures(rate.order());
            case "ScanBenchmark" -> scan(rate.order());
            case "EstimateBenchmark" -> correlation(rate.parameter("samples"));
            default -> Double.NaN;
        };
    }

    /**
     * Multiply-adds of the four measures of one given n-plet: Cholesky factor, inverse of the factor, diagonal of the
     * inverse. Divisions and logarithms are not counted.
     *
     * <pre>  k(k-1)(k-2)/6 + k(k-1)/2   L and the pivots
     *  k(k-1)(k-2)/6              L^-1
     *  k(k-1)/2                   sum of squares</pre>
     */
    private static double measures(int order) {
        double pairs = order * (order - 1.0);
        return pairs * (order - 2) / 3 + pairs;
    }

    /**
     * Instructions of the shortest form known to us that only asks whether Omega is above a threshold: 4, 9, 15, 19, 24 and 28
     * for orders 3 to 8. Both ends, counts and the mean take more, so a scan that delivers them stays below 100 %.
     */
    private static double scan(int order) {
        double[] known = {4, 9, 15, 19, 24, 28};
        return order >= 3 && order - 3 < known.length ? known[order - 3] : Double.NaN;
    }

    /** Multiply-adds of the correlation matrix of T samples of N variables, {@code TxN}: one triangle and the diagonal. */
    private static double correlation(String samples) {
        int cross = samples.indexOf('x');
        double n = Integer.parseInt(samples.substring(cross + 1));
        return Integer.parseInt(samples.substring(0, cross)) * n * (n + 1) / 2;
    }
}
