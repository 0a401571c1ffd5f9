package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * The arrays that the runs of {@link PairStationary} read and write. C conditioning sets, L lanes.
 *
 * <pre>
 *   tiles [groups][N][C+1][2L]  for two vectors of l, then for j: P_0[j,l] .. P_{C-1}[j,l], then h[j,l] with the sign of (-1)^C
 *   strip [steps][C][2][2L]  for q and two vectors of l: x_c[q,l], v_c[q,l]
 *
 *       q   | x_0 a  x_0 b | v_0 a  v_0 b | x_1 a  x_1 b | v_1 a  v_1 b | ..
 *       q+1 | x_0 a  ..
 *
 *   rows [N][chunk][rowValues]  for j and q: -x_0[q,j], -v_0[q,j], -x_1[q,j], -v_1[q,j], .., and 1/tau_q from order 5 on
 * </pre>
 */
final class PairBuffers {
    /** Most bytes of a strip: with the rows beside it, it should stay in a first-level cache. */
    private static final int STRIP_BYTES = 24 << 10;

    /** Products of this many factors rarely leave the range of doubles, and a run long enough hides its start and end. */
    private static final int LONGEST = 64;

    private static final int SHORTEST = 24;

    final int order;
    final int sets;
    /** Sign of the thresholds. In the runs d_0^(k-2) is negative when C is odd; so is the other side, h has that sign. */
    final double sign;

    /** Variables with the dummies in front, uncorrelated and in no n-plet, that fill whole groups of two vectors. */
    final int n;

    final int dummies;
    /** Most values of q in a run. */
    final int chunk;

    final int rowValues;
    /** Values of a tile: from j to j+1. */
    final int tileValues;

    final double[] tiles;
    final double[] strip;
    final double[] rows;

    /**
     * exp(-2t) for the most redundant, the most synergistic, the lower edge of redundancy, the upper edge of synergy; with the
     * signs that the runs want. Then the guard.
     */
    final double[] thresholds = new double[5];

    /** prod d_0 for two vectors, then prod of exp(-2 Omega) d_0^(k-2) [4][L]; up to signs. */
    final double[] products = new double[4 * Lanes.COUNT];

    /** N-plets above the lower edge of redundancy, then those not below the upper edge of synergy [2][L]. */
    final long[] counts = new long[2 * Lanes.COUNT];

    /** Conditional variances s_q of the steps of a run [chunk], and sums of -s_q d_0 for two vectors [2L]. */
    final double[] variances;

    final double[] determinants = new double[2 * Lanes.COUNT];

    /** t and s of every n-plet, exp(2 Omega) = t / s; positive where it is sound [chunk][2L]. */
    final double[] numerators;

    final double[] denominators;

    /** -d_0 of every n-plet [chunk][2L]. */
    final double[] minors;

    /** Negative where every minor is above the guard [chunk][2L]. */
    final long[] sound;

    PairBuffers(int variables, int order) {
        this.order = order;
        sets = order - 2;
        sign = sets % 2 == 0 ? -1 : 1;
        int width = 2 * Lanes.COUNT;
        n = padded(variables);
        dummies = n - variables;
        tileValues = (sets + 1) * width;
        rowValues = rowValues(order);
        chunk = Math.max(SHORTEST, Math.min(LONGEST, STRIP_BYTES / (width * 2 * sets * Double.BYTES)));
        tiles = new double[Math.toIntExact(tileCount(variables, order))];
        strip = new double[chunk * sets * 2 * width];
        rows = new double[n * chunk * rowValues];
        variances = new double[chunk];
        minors = new double[chunk * width];
        numerators = new double[chunk * width];
        denominators = new double[chunk * width];
        sound = new long[chunk * width];
    }

    private static int padded(int n) {
        int width = 2 * Lanes.COUNT;
        return (n + width - 1) / width * width;
    }

    /** Values of all tiles. */
    static long tileCount(int variables, int order) {
        return (long) padded(variables) * padded(variables) * (order - 1);
    }

    /** Values for each q in a row. */
    static int rowValues(int order) {
        return 2 * (order - 2) + (order > 4 ? 1 : 0);
    }

    /** Where P_0[j,l] is; P_c[j,l] is 2L c further. */
    int tile(int j, int l) {
        return (l / (2 * Lanes.COUNT) * n + j) * tileValues + l % (2 * Lanes.COUNT);
    }

    /** Where row j begins. */
    int row(int j) {
        return j * chunk * rowValues;
    }
}
