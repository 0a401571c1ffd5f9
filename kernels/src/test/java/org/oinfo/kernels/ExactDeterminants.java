package org.oinfo.kernels;

import java.nio.DoubleBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.core.DD;

/**
 * Sums of det R_S over ranges of n-plets in double-double arithmetic, 32 digits where kernels have 16, by elimination with the largest
 * pivots; computed once for all tests of a process.
 */
public final class ExactDeterminants {
    /** Of correlations of size 1 at most, elimination leaves less than this where the exact pivot is zero, and less is no determinant. */
    private static final double NOTHING = 1e-26;

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
        DD sum = DD.ZERO;
        for (long rank = from; rank < to; rank++) {
            combinations.unrank(rank, nplet);
            sum = sum.add(determinant(r, nplet));
        }
        return sum.doubleValue();
    }

    private static DD determinant(CorrelationMatrix r, int[] nplet) {
        int k = nplet.length;
        DD[][] a = new DD[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = DD.of(r.get(nplet[i], nplet[j]));
            }
        }
        DD determinant = DD.ONE;
        boolean[] done = new boolean[k];
        for (int step = 0; step < k; step++) {
            int p = -1;
            for (int i = 0; i < k; i++) {
                if (!done[i] && (p < 0 || a[i][i].doubleValue() > a[p][p].doubleValue())) {
                    p = i;
                }
            }
            // Largest of the squares that are left: below this all of them are rounding of exact zeros.
            if (Math.abs(a[p][p].doubleValue()) < NOTHING) {
                return DD.ZERO;
            }
            determinant = determinant.multiply(a[p][p]);
            done[p] = true;
            for (int i = 0; i < k; i++) {
                if (!done[i]) {
                    DD factor = a[i][p].divide(a[p][p]);
                    for (int j = 0; j < k; j++) {
                        if (!done[j]) {
                            a[i][j] = a[i][j].subtract(factor.multiply(a[p][j]));
                        }
                    }
                }
            }
        }
        return determinant;
    }
}
