package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * q-values of Benjamini and Hochberg 1995 (doi 10.1111/j.2517-6161.1995.tb02031.x): rejecting all hypotheses with q at most a
 * keeps the expected share of errors among them at a, where the p-values are independent or positively dependent.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * q_(i) = min over j &gt;= i of min(1, m p_(j) / j), p_(1) &lt;= ... &lt;= p_(m).
     *
     * @param p [m] in (0, 1]; NaN where there is no test, which leaves it out of m
     * @return in the order of {@code p}; NaN where p is
     */
    public static double[] qValues(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        double smallest = 1;
        for (int j = ascending.length; j >= 1; j--) {
            int i = ascending[j - 1];
            smallest = Math.min(smallest, p[i] * ascending.length / j);
            q[i] = smallest;
        }
        return q;
    }
}
