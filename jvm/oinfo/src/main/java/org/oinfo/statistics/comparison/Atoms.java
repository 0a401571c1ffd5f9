package org.oinfo.statistics.comparison;

import java.util.Arrays;

/**
 * A column as ranks, and the values that several of its samples share: with b samples below and e - b that share it, such an atom covers
 * the quantiles (b + 1/2) / (T + 1) to (e + 1/2) / (T + 1) and stands in their middle.
 *
 * @param quantiles of every sample, of atoms their middle [T]
 * @param low where each atom begins, ascending
 * @param high where it ends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Atoms(double[] quantiles, double[] low, double[] high) {
    /** Of the values [T] of a column. */
    static Atoms of(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        double whole = column.length + 1.0;
        double[] low = new double[sorted.length];
        double[] high = new double[sorted.length];
        int atoms = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > 1) {
                low[atoms] = (from + 0.5) / whole;
                high[atoms++] = (to + 0.5) / whole;
            }
        }
        double[] quantiles = new double[column.length];
        for (int t = 0; t < column.length; t++) {
            int below = below(sorted, column[t]);
            int end = below + 1;
            while (end < sorted.length && sorted[end] == column[t]) {
                end++;
            }
            // Ranks below + 1 .. end, on average.
            quantiles[t] = (below + end + 1) / (2 * whole);
        }
        return new Atoms(quantiles, Arrays.copyOf(low, atoms), Arrays.copyOf(high, atoms));
    }

    /** How many values of an ascending array are below one. */
    private static int below(double[] ascending, double value) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    double middle(int atom) {
        return (low[atom] + high[atom]) / 2;
    }

    boolean covers(int atom, double quantile) {
        return low[atom] < quantile && quantile < high[atom];
    }
}
