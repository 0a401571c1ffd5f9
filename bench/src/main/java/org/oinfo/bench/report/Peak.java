package org.oinfo.bench.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The most that one core can do, measured before and after everything else.
 *
 * @param doubles multiply-adds in double precision
 * @param singles in single precision
 */
record Peak(Precision doubles, Precision singles) {
    /**
     * The peak in one precision.
     *
     * @param before vector multiply-adds per second of one core, before
     * @param after the same, after
     * @param lanes numbers in a vector
     */
    record Precision(double before, double after, int lanes) {
        /** Multiply-adds of single numbers a second: the mean of both measurements, times the lanes. */
        double scalarFmas() {
            return (before + after) / 2 * lanes;
        }

        /** |before - after| as a share of their mean: how steady the machine was. */
        double drift() {
            return Math.abs(before - after) / ((before + after) / 2);
        }

        /** GFLOP/s of a rate of vector multiply-adds. */
        double gigaflops(double vectorFmas) {
            return vectorFmas * lanes * 2 / 1e9;
        }
    }

    static Peak read(Path before, Path after) {
        List<Rate> first = Rate.read(before);
        List<Rate> last = Rate.read(after);
        return new Peak(precision("doubles", first, last), precision("singles", first, last));
    }

    /** The larger drift of the two. */
    double drift() {
        return Math.max(doubles.drift(), singles.drift());
    }

    /** Medians: a moment in which a neighbour used the core is no property of the machine. */
    private static Precision precision(String name, List<Rate> first, List<Rate> last) {
        Rate before = find(name, first);
        Map<String, Double> means = before.counters();
        double flops = means.getOrDefault("flops", Double.NaN);
        int lanes = (int) Math.round(flops / means.getOrDefault(Rate.OPERATIONS, Double.NaN) / 2);
        return new Precision(before.perSecond(), find(name, last).perSecond(), lanes);
    }

    private static Rate find(String name, List<Rate> rates) {
        return rates.stream()
                .filter(rate -> rate.benchmark().equals("PeakBenchmark." + name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the peak must be measured in both precisions: missing " + name));
    }
}
