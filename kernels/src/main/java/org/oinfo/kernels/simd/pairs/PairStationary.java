package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * The runs of the pair-stationary scan: a pair (j, l) for one j and the lanes over l stays in registers while q streams by. All
 * n-plets are {Q, q, j, l} of one prefix Q of k-3 members.
 *
 * <p>With P_c the partial correlations given the conditioning set C_c (C_0 = Q, C_i = Q without its i-th member):
 *
 * <pre>
 *   x_c = P_c[q,.]   v_c = 1 - x_c^2   m_c = P_c[j,l] - x_c[j] x_c[l]   w_c = v_c[j] v_c[l]   d_c = w_c - m_c^2
 *   exp(2 Omega) = d_0^(k-2) / (h w_0 prod_{i>=1} d_i / tau_q)
 * </pre>
 *
 * h and tau as in {@link PairPrefix}. Minus signs are packed into what streams by, so that -d_c takes three instructions. One
 * implementation per order, because it must be written out; generated.
 *
 * <p>Methods return {@link #flags}; what they write is in {@link PairBuffers}.
 */
interface PairStationary {
    /** Some n-plet of the run may be among the most redundant. */
    int HIGH = 1;
    /** Some n-plet of the run may be among the most synergistic. */
    int LOW = 2;
    /** Some minor of the run is below the guard: what was counted must not be used. */
    int UNSOUND = 4;

    /** Compares both ends: two vectors of l, all of them valid. */
    int extremes(PairBuffers b, int row, int steps, int tile);

    /** Compares both ends: vector {@code half} of the strip, the lanes of {@link Lanes#VALID} at {@code lanes}. */
    int extremesOne(PairBuffers b, int row, int steps, int tile, int half, int lanes);

    /** Compares both ends, counts and multiplies: two vectors of l, all of them valid. */
    int plain(PairBuffers b, int row, int steps, int tile);

    /** Compares, counts and multiplies one vector. */
    int plainOne(PairBuffers b, int row, int steps, int tile, int half, int lanes);

    /** As {@link #plain}, and sums -d_0 times the variance of q: of each lane, see {@link PairDeterminants}. */
    int summed(PairBuffers b, int row, int steps, int tile);

    /** As {@link #plainOne}, and sums -d_0 times the variance of q. */
    int summedOne(PairBuffers b, int row, int steps, int tile, int half, int lanes);

    /** Writes t = d_0^(k-2) and s = t / exp(2 Omega) of two vectors, and what is sound; lanes that are not valid hold rubbish. */
    void sides(PairBuffers b, int row, int steps, int tile);

    /** As {@link #sides}, and writes -d_0. */
    void sidesAndMinors(PairBuffers b, int row, int steps, int tile);

    /** Packs what a run found. */
    static int flags(boolean high, boolean low, boolean unsound) {
        return (high ? HIGH : 0) | (low ? LOW : 0) | (unsound ? UNSOUND : 0);
    }
}
