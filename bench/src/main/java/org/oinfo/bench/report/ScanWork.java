package org.oinfo.bench.report;

import org.oinfo.bench.ScanMode;

/**
 * The fewest vector instructions known to us for one vector of n-plets of a scan: its bound is the measured peak over them.
 *
 * <p>Counted are multiplications, multiply-adds and additions, in the form "pairs stay, prefixes stream": S = Q + q + j + l,
 * Q of k-3 members, and C_c the k-2 sets Q and Q without one member. With P_c the partial correlations given C_c,
 *
 * <pre>
 *   x_c = P_c[q,.]   m_c = P_c[j,l] - x_c[j] x_c[l]   w_c = v_c[j] v_c[l]   d_c = w_c - m_c^2
 *   exp(2 Omega) = tau d_0^(k-2) / (h w_0 d_1 .. d_(k-3))</pre>
 *
 * <table>
 * <caption>Instructions per n-plet of order k</caption>
 * <tr><td>3 (k-2)</td><td>m, w and d of each conditioning set</td></tr>
 * <tr><td>p(k-2)</td><td>d_0 to the power k-2 by repeated squaring: 0, 1, 2, 2, 3, 3 for k = 3..8</td></tr>
 * <tr><td>k-3</td><td>the product w_0 d_1 .. d_(k-3)</td></tr>
 * <tr><td>1 from k = 5 on</td><td>the factor tau of q; those of j, l and Q stay with the pair or the prefix</td></tr>
 * <tr><td>1 for each ranked end</td><td>threshold times h, kept with the pair, times the product, less the power: the sign tells</td></tr>
 * </table>
 *
 * <p>One end: 4, 9, 15, 19, 24, 28 for k = 3..8; both ends: one more.
 *
 * <p>Level plain: h is multiplied into the product, since four thresholds times h no longer fit the registers (1); four
 * comparisons, two ends and two signs (4); two running products for the mean, of power and product (2). 10, 15, 21, 25, 30, 34.
 * Counting the signs and splitting off exponents is integer work and is not counted.
 *
 * <p>{@code bench/code-check} finds exactly these multiplications and multiply-adds, twice, in the loops of the pair-stationary
 * kernels, which hold two vectors of n-plets: 20 and 30 at k = 4. Two additions a vector, the test for singular n-plets, come on top
 * there and are not needed.
 *
 * <p>Level full is held against what its means take at least: what j, l and the prefix add up to can be read off running products per
 * pair and per prefix; q needs two more products across the pairs (2). Its squares and its histogram are not in it.
 *
 * <p>Single precision, extremes only: one guard per conditioning set and ranked end (each d_c lowered or raised by its error
 * bound). With both ends the power and the product are needed twice. For even k the synergistic end clamps its lowered d_0 at 0 (1), for
 * an even power would lose the sign. At k = 4: 11 for the redundant end, 12 for the synergistic, 17 for both.
 */
final class ScanWork {
    private ScanWork() {}

    /** Instructions per vector of n-plets; NaN where no count is known. */
    static double instructions(int order, ScanMode mode) {
        if (order < 3) {
            return Double.NaN;
        }
        int sets = order - 2;
        int minors = 3 * sets;
        int power = multiplications(order - 2);
        int product = order - 3;
        int tau = order >= 5 ? 1 : 0;
        int ends = mode.oneEnd() ? 1 : 2;
        if (mode.single()) {
            if (!mode.level().equals("extremes")) {
                return Double.NaN;
            }
            // Odd powers keep the sign of a negative d_0.
            int clamp = order % 2 == 0 && !mode.ends().equals("redundant") ? 1 : 0;
            return minors + clamp + tau + ends * (sets + power + product + 1);
        }
        int core = minors + power + product + tau;
        return switch (mode.level()) {
            case "extremes" -> core + ends;
            case "plain" -> core + 1 + ends + 2 + 2;
            case "full" -> core + 1 + ends + 2 + 2 + 2;
            default -> throw new IllegalArgumentException("level must be known: level=" + mode.level());
        };
    }

    /** Multiplications of repeated squaring. */
    private static int multiplications(int exponent) {
        return 31 - Integer.numberOfLeadingZeros(exponent) + Integer.bitCount(exponent) - 1;
    }
}
