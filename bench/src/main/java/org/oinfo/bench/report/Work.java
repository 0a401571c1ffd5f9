package org.oinfo.bench.report;

import org.oinfo.bench.ScanMode;

/** Arithmetic that one operation of a benchmark needs: what turns a rate into a share of its bound. */
final class Work {
    private Work() {}

    /** Multiply-adds, or instructions that take the place of one, for each operation that a rate counts; NaN where unknown. */
    static double of(Rate rate) {
        return switch (rate.benchmarkClass()) {
            case "MeasuresBenchmark" -> measures(rate.order());
            case "ScanBenchmark", "ScanSizes", "ThreadsBenchmark" -> ScanWork.instructions(rate.order(), mode(rate));
            case "EstimateBenchmark" -> correlation(rate.parameter("samples"));
            default -> Double.NaN;
        };
    }

    /** The mode of a scan; the peers keep counts, the sum and one n-plet at each end, which is level plain. */
    static ScanMode mode(Rate rate) {
        String mode = rate.parameter("mode");
        return ScanMode.of(mode.isEmpty() ? "plain" : mode);
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

    /** Multiply-adds of the correlation matrix of T samples of N variables, {@code TxN}: one triangle and the diagonal. */
    private static double correlation(String samples) {
        int cross = samples.indexOf('x');
        double n = Integer.parseInt(samples.substring(cross + 1));
        return Integer.parseInt(samples.substring(0, cross)) * n * (n + 1) / 2;
    }
}
