package org.oinfo.local;

import org.oinfo.kernels.CompensatedSums;

/**
 * Sums the log-determinants of the correlations of all subsets of an n-plet, by size and with the signs of the co-information.
 *
 * <p>A subset grows by the variables after its last one. With the conditional covariances S of these given the subset, adding v costs ln
 * S_vv and the step S_jl - S_jv S_vl / S_vv: some ten operations a subset on average, since half of all subsets end at the last variable.
 * Belongs to one thread at a time.
 */
final class SubsetWalk {
    private final int k;
    /** Conditional covariances given the members until now, by their number [k+1][k*k], row-major. */
    private final double[][] given;
    /** At [j] the sum over subsets of j members, at [k+1] that with signs. */
    private CompensatedSums sums;

    /**
     * A walk of k variables.
     *
     * @param r their correlations [k*k], row-major
     */
    SubsetWalk(double[] r, int k) {
        this.k = k;
        this.given = new double[k + 1][k * k];
        this.given[0] = r;
        this.sums = new CompensatedSums(k + 2);
    }

    /** Number of sums: {@code k + 2}. */
    static int sums(int k) {
        return k + 2;
    }

    /**
     * The sums over those subsets that hold, of the first h variables, those whose bits are set; the empty set counts 0.
     *
     * @param head bit i stands for variable i
     */
    CompensatedSums of(long head, int h) {
        sums = new CompensatedSums(sums(k));
        int size = 0;
        double logDet = 0;
        for (int v = 0; v < h; v++) {
            if ((head >>> v & 1) != 0) {
                logDet += Math.log(given[size][v * k + v]);
                condition(size, v);
                size++;
            }
        }
        record(size, logDet);
        grow(h, size, logDet);
        return sums;
    }

    private void grow(int from, int size, double logDet) {
        for (int v = from; v < k; v++) {
            double larger = logDet + Math.log(given[size][v * k + v]);
            record(size + 1, larger);
            if (v + 1 < k) {
                condition(size, v);
                grow(v + 1, size + 1, larger);
            }
        }
    }

    private void record(int size, double logDet) {
        sums.add(size, logDet);
        sums.add(k + 1, size % 2 == 0 ? -logDet : logDet);
    }

    /** Conditional covariances of the variables after v, given v too. */
    private void condition(int size, int v) {
        double[] from = given[size];
        double[] to = given[size + 1];
        double inverse = 1 / from[v * k + v];
        for (int j = v + 1; j < k; j++) {
            double b = from[v * k + j] * inverse;
            for (int l = j; l < k; l++) {
                to[j * k + l] = from[j * k + l] - b * from[v * k + l];
            }
        }
    }
}
