package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.simd.lanes.SingleLanes;

/**
 * The runs of {@link PairStationary} at level extremes in single precision. They rank nothing: they tell whether a run may hold
 * anything for the rankings, and the few runs that may are scanned again in double precision.
 *
 * <p><b>Why nothing is lost.</b> Let eps = 2^-24, small letters the exact values of the formulas at the doubles P_c, capitals
 * what a run computes from the P_c rounded to single precision.
 *
 * <ol>
 *   <li>d is a polynomial of three correlations a, b, c with derivatives -2(a - bc) and so on. Where d &gt;= 0, |a - bc| &lt;= 1, so
 *       rounding the three moves d by at most 6 eps. The operations add at most eps (3 w + 2 m^2 + d) &lt;= 5 eps. So |D - d| &lt;= 12
 *       eps with room for squares of eps; |W - w| too. Where d &lt; 0, |a - bc| &lt;= 2 and D &lt;= 30 eps.
 *   <li>A run is believed only if D_0 &gt;= g and W_0 prod D_i &gt;= f for all its n-plets, g and f at least 2^-12. Then d_0 is positive
 *       by 1, above {@link org.oinfo.kernels.Canonical#GUARD}, and all d_i are positive because d_0 is; two negative D_i, which
 *       would hide each other's sign, would make the product less than (12 eps)^2.
 *   <li>Each factor of the product is at most 1 + 12 eps, hence the sum of their inverses at most 1/f + k - 3, and the relative
 *       error of the product, with its roundings, at most 12 eps (1/f + k - 3) + (k-3) eps, to first order. That of D_0^(k-2) is at
 *       most 12 eps (k-2)/g + (k-3) eps; h, tau, the threshold and their products add 6 eps.
 *   <li>So with {@link #slack} = 13 eps ((k-2)/g + 1/f + 2k), which leaves a twelfth for higher orders, comparing with thresholds
 *       moved by this factor lets through every n-plet that {@link PairStationary} lets through, and finds no n-plet sound that it
 *       finds unsound.
 * </ol>
 *
 * <p>The error of P_c itself is in the margin that the thresholds hold already. One implementation per order; generated.
 */
interface PairScreen {
    /** Some n-plet of the run may be among the extremes. */
    int CANDIDATE = 1;
    /** Some d_0 of the run is below its limit. */
    int MINOR = 2;
    /** Some product w_0 prod d_i is below its limit. */
    int PRODUCT = 4;

    /** Compares both ends: two vectors of l, all of them valid. */
    int both(PairScreenBuffers b, int row, int steps, int tile);

    /** Compares the redundant end. */
    int high(PairScreenBuffers b, int row, int steps, int tile);

    /** Compares the synergistic end. */
    int low(PairScreenBuffers b, int row, int steps, int tile);

    /** Compares both ends: vector {@code half} of the strip, the lanes of {@link SingleLanes#VALID} at {@code lanes}. */
    int one(PairScreenBuffers b, int row, int steps, int tile, int half, int lanes);

    /**
     * Bound on the relative error of exp(2 Omega) in a run that is believed.
     *
     * @param minor limit g of d_0
     * @param product limit f of w_0 prod d_i
     */
    static double slack(int order, double minor, double product) {
        return 13 * 0x1p-24 * ((order - 2) / minor + 1 / product + 2 * order);
    }

    /** Packs what a run found. */
    static int flags(boolean candidate, boolean minor, boolean product) {
        return (candidate ? CANDIDATE : 0) | (minor ? MINOR : 0) | (product ? PRODUCT : 0);
    }
}
