package org.oinfo.scan;

import java.math.BigDecimal;
import java.math.MathContext;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;

/** Sums of principal minors by definition, each by elimination with the largest pivots in 60 decimal digits. */
public final class ExactMinors {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal NOTHING = new BigDecimal("1e-40");

    private ExactMinors() {}

    /** Over the n-plets with ranks in [from, to). */
    public static double sum(CorrelationMatrix r, int order, long from, long to) {
        Combinations combinations = new Combinations(r.variables(), order);
        int[] nplet = new int[order];
        BigDecimal sum = BigDecimal.ZERO;
        for (long rank = from; rank < to; rank++) {
            combinations.unrank(rank, nplet);
            sum = sum.add(minor(r, nplet));
        }
        return sum.doubleValue();
    }

    /** Over a whole order. */
    public static double sum(CorrelationMatrix r, int order) {
        return sum(r, order, 0, new Combinations(r.variables(), order).total());
    }

    /** Of one n-plet. */
    public static BigDecimal minor(CorrelationMatrix r, int... nplet) {
        int k = nplet.length;
        BigDecimal[][] a = new BigDecimal[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = new BigDecimal(r.get(nplet[i], nplet[j]));
            }
        }
        BigDecimal minor = BigDecimal.ONE;
        boolean[] done = new boolean[k];
        for (int step = 0; step < k; step++) {
            int p = -1;
            for (int i = 0; i < k; i++) {
                if (!done[i] && (p < 0 || a[i][i].compareTo(a[p][p]) > 0)) {
                    p = i;
                }
            }
            if (a[p][p].compareTo(NOTHING) < 0) {
                return BigDecimal.ZERO;
            }
            minor = minor.multiply(a[p][p], DIGITS);
            done[p] = true;
            for (int i = 0; i < k; i++) {
                BigDecimal factor = done[i] ? BigDecimal.ZERO : a[i][p].divide(a[p][p], DIGITS);
                for (int j = 0; j < k; j++) {
                    if (!done[i] && !done[j]) {
                        a[i][j] = a[i][j].subtract(factor.multiply(a[p][j], DIGITS), DIGITS);
                    }
                }
            }
        }
        return minor;
    }
}
