package org.oinfo.bench.report;

import java.nio.file.Path;

/**
 * The machine's peak, measured before and after everything else.
 *
 * @param before vector multiply-adds per second of one core, before
 * @param after the same, after
 * @param lanes doubles in a vector
 */
record Peak(double before, double after, int lanes) {
    static Peak read(Path before, Path after) {
        Rate first = Rate.read(before).getFirst();
        double flops = first.counters().getOrDefault("flops", Double.NaN);
        int lanes = (int) Math.round(flops / first.perSecond() / 2);
        return new Peak(first.perSecond(), Rate.read(after).getFirst().perSecond(), lanes);
    }

    /** Multiply-adds of doubles a second: the mean of both measurements, times the lanes. */
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
