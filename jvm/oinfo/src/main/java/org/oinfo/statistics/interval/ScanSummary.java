package org.oinfo.statistics.interval;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.Scorer;

/**
 * One scan of all n-plets of an order, in short. In nats; NaN where every n-plet is singular.
 *
 * @param min smallest Omega, by the canonical routine
 * @param mean mean Omega of the n-plets that are not singular
 * @param max largest Omega, by the canonical routine
 * @param redundant share of n-plets with Omega above 1e-10 nats among all
 * @param synergistic share of n-plets with Omega below -1e-10 nats among all
 * @param singular share of n-plets without a finite Omega
 */
public record ScanSummary(double min, double mean, double max, double redundant, double synergistic, double singular) {
    private static final int VALUES = 6;

    /** A scan of nothing. */
    static final ScanSummary NONE =
            new ScanSummary(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * Scans all n-plets of an order on some threads, as part of a work.
     *
     * @param bias nats subtracted from every Omega before it is counted or averaged
     * @return null when the scan was stopped
     */
    static @Nullable ScanSummary of(Scorer scores, int order, double bias, int threads, Watch watch) {
        Landscape landscape = new ExhaustiveScan(scores, settings(order, bias)).run(threads, watch.part());
        Combinations combinations = new Combinations(scores.variables(), order);
        long total = combinations.total();
        if (landscape.total() < total) {
            return null;
        }
        NpletScore canonical = scores.canonical();
        return new ScanSummary(
                best(landscape.mostSynergistic(), combinations, order, canonical) - bias,
                landscape.singular() == total ? Double.NaN : landscape.mean(),
                best(landscape.mostRedundant(), combinations, order, canonical) - bias,
                (double) landscape.redundant() / total,
                (double) landscape.synergistic() / total,
                (double) landscape.singular() / total);
    }

    /** Settings of such a scan: counts, mean and one n-plet at each end. */
    static ScanSettings settings(int order, double bias) {
        return new ScanSettings(order, Level.PLAIN, 1, bias);
    }

    void write(Bytes to) {
        to.put(values());
    }

    static ScanSummary read(ByteBuffer from) {
        return of(Bytes.doubles(from));
    }

    private static ScanSummary of(double[] values) {
        return new ScanSummary(values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    /** The six values, in the order of the components. */
    private double[] values() {
        return new double[] {min, mean, max, redundant, synergistic, singular};
    }

    /** A figure of each component over several scans; those in which it is NaN are left out. */
    static ScanSummary fold(List<ScanSummary> scans, ToDoubleFunction<double[]> figure) {
        double[] found = new double[VALUES];
        for (int i = 0; i < VALUES; i++) {
            int component = i;
            found[i] = figure.applyAsDouble(scans.stream()
                    .mapToDouble(scan -> scan.values()[component])
                    .filter(Double::isFinite)
                    .toArray());
        }
        return of(found);
    }

    private static double best(Ranking ranking, Combinations combinations, int order, NpletScore canonical) {
        if (ranking.size() == 0) {
            return Double.NaN;
        }
        int[] nplet = new int[order];
        combinations.unrank(ranking.sortedRanks()[0], nplet);
        canonical.score(nplet, 0, order);
        return canonical.o();
    }
}
