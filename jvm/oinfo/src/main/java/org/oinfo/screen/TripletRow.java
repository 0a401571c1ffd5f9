package org.oinfo.screen;

import java.util.List;

/**
 * The triplets that begin with one column. For each a number is compared with a bound of its first two columns: the third central
 * moment, n_ijk - p_k n_ij - p_j n_ik - p_i n_jk + 2 T p_i p_j p_k, whose variance for independent columns is T times the product of
 * the p (1 - p). Correlated ones have less, so half of what independent ones need is a candidate for {@link TripletTest}.
 *
 * <p>Belongs to one thread.
 */
final class TripletRow {
    /** Square of the part of the deviation that a candidate must have. */
    private static final double CANDIDATE = 0.25;

    private final TripletCounts counts;
    private final TripletTest test;
    private final double samples;
    private final double quantile;
    /** Of each column p. */
    private final double[] share;
    /** Of each column 1 / (p (1 - p)). */
    private final double[] inverse;

    private final int[] all;
    private long tested;

    TripletRow(TripletCounts counts, TripletTest test, int samples, double quantile) {
        this.counts = counts;
        this.test = test;
        this.samples = samples;
        this.quantile = quantile;
        int n = counts.columns();
        this.share = new double[n];
        this.inverse = new double[n];
        for (int v = 0; v < n; v++) {
            share[v] = (double) counts.one(v) / samples;
            inverse[v] = 1 / (share[v] * (1 - share[v]));
        }
        this.all = new int[n];
    }

    /** Number of triplets of the last run. */
    long tested() {
        return tested;
    }

    /**
     * Tests the triplets {@code i < j < k} of one i.
     *
     * @param chosen the j
     */
    Findings run(int i, boolean[] chosen) {
        Findings found = Findings.NONE;
        tested = 0;
        for (int j = i + 1; j < all.length - 1; j++) {
            if (chosen[j]) {
                counts.triplets(i, j, all);
                tested += all.length - 1 - j;
                found = candidates(i, j, found);
            }
        }
        return found;
    }

    private Findings candidates(int i, int j, Findings before) {
        Findings found = before;
        int[] withI = counts.pairs(i);
        int[] withJ = counts.pairs(j);
        double pi = share[i];
        double pj = share[j];
        double own = 2 * samples * pi * pj - withI[j];
        double bound = CANDIDATE * quantile * samples / (inverse[i] * inverse[j]);
        for (int k = j + 1; k < all.length; k++) {
            double moment = all[k] - pj * withI[k] - pi * withJ[k] + own * share[k];
            if (moment * moment * inverse[k] > bound) {
                double g = test.statistic(i, j, k, all[k]);
                if (g > 0) {
                    found = found.with(new Dependence(List.of(i, j, k), g));
                }
            }
        }
        return found;
    }
}
