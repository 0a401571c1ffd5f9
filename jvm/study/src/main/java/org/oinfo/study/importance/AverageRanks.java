package org.oinfo.study.importance;

import java.util.Arrays;

/** Ranks in which equal values share the mean of their places. */
final class AverageRanks {
    private AverageRanks() {}

    /** Ranks 1 .. n of finite values; 0.0 and -0.0 are equal. */
    static double[] of(double[] values) {
        double[] sorted = Arrays.stream(values).map(v -> v + 0.0).sorted().toArray(); // -0.0 becomes 0.0
        double[] distinct = new double[sorted.length];
        double[] ranks = new double[sorted.length];
        int count = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            distinct[count] = sorted[from];
            ranks[count++] = (from + 1 + to) / 2.0;
        }
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = ranks[Arrays.binarySearch(distinct, 0, count, values[i] + 0.0)];
        }
        return out;
    }
}
