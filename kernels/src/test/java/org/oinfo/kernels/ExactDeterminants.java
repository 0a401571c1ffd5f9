package org.oinfo.kernels;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.DoubleBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sums of det R_S over ranges of n-plets in 60 digits, by elimination with the largest pivots; computed once for all tests of a process. */
public final class ExactDeterminants {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal NOTHING = new BigDecimal("1e-40");
    private static final Map<Range, Double> KNOWN = new ConcurrentHashMap<>();

    private record Range(DoubleBuffer r, int order, long from, long to) {}

    private ExactDeterminants() {}

    /** Over ranks in [from, to). */
    public static double sum(CorrelationMatrix r, int order, long from, long to) {
        DoubleBuffer values = DoubleBuffer.wrap(r.array()).asReadOnlyBuffer();
        return KNOWN.computeIfAbsent(new Range(values, order, from, to), range -> compute(r, order, from, to));
    }

    private static double compute(CorrelationMatrix r, int order, long from, long to) {
        Combinations combinations = new Combinations(r.variables(), order);
        int[] nplet = new int[order];
        BigDecimal sum = BigDecimal.ZERO;
        for (long rank = from; rank < to; rank++) {
            combinations.unrank(rank, nplet);
            sum = sum.add(determinant(r, nplet));
        }
        return sum.doubleValue();
    }

    /** Of one n-plet. */
    public static BigDecimal determinant(CorrelationMatrix r, int[] nplet) {
        int k = nplet.length;
        BigDecimal[][] a = new BigDecimal[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = new BigDecimal(r.get(nplet[i], nplet[j]));
            }
        }
        BigDecimal determinant = BigDecimal.ONE;
        boolean[] done = new boolean[k];
        for (int step = 0; step < k; step++) {
            int p = -1;
            for (int i = 0; i < k; i++) {
                if (!done[i] && (p < 0 || a[i][i].compareTo(a[p][p]) > 0)) {
                    p = i;
                }
            }
            // Largest of the squares that are left: below this all of them are rounding of exact zeros.
            if (a[p][p].abs().compareTo(NOTHING) < 0) {
                return BigDecimal.ZERO;
            }
            determinant = determinant.multiply(a[p][p], DIGITS);
            done[p] = true;
            for (int i = 0; i < k; i++) {
                if (!done[i]) {
                    BigDecimal factor = a[i][p].divide(a[p][p], DIGITS);
                    for (int j = 0; j < k; j++) {
                        if (!done[j]) {
                            a[i][j] = a[i][j].subtract(factor.multiply(a[p][j], DIGITS), DIGITS);
                        }
                    }
                }
            }
        }
        return determinant;
    }
}
