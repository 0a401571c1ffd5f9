package org.oinfo.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Definitions, written out with no regard for speed. */
public final class Oracle {
    private static final MathContext DIGITS = new MathContext(50);

    private Oracle() {}

    /** Phi^-1(r / (T+1)) with r the mean of the ranks that a value and its equals take. */
    static double[] normalScores(double[] x) {
        double[] z = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int below = 0;
            int equal = 0;
            for (double other : x) {
                below += other < x[i] ? 1 : 0;
                equal += other == x[i] ? 1 : 0;
            }
            double rank = below + (equal + 1) / 2.0;
            z[i] = NormalDistribution.of(0, 1).inverseCumulativeProbability(rank / (x.length + 1));
        }
        return z;
    }

    /** Pearson correlation with 50 digits. */
    static double correlation(double[] x, double[] y) {
        BigDecimal meanX = mean(x);
        BigDecimal meanY = mean(y);
        BigDecimal xx = BigDecimal.ZERO;
        BigDecimal yy = BigDecimal.ZERO;
        BigDecimal xy = BigDecimal.ZERO;
        for (int t = 0; t < x.length; t++) {
            BigDecimal a = new BigDecimal(x[t]).subtract(meanX);
            BigDecimal b = new BigDecimal(y[t]).subtract(meanY);
            xx = xx.add(a.multiply(a, DIGITS), DIGITS);
            yy = yy.add(b.multiply(b, DIGITS), DIGITS);
            xy = xy.add(a.multiply(b, DIGITS), DIGITS);
        }
        return xy.divide(xx.multiply(yy, DIGITS).sqrt(DIGITS), DIGITS).doubleValue();
    }

    private static BigDecimal mean(double[] x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double v : x) {
            sum = sum.add(new BigDecimal(v));
        }
        return sum.divide(BigDecimal.valueOf(x.length), DIGITS);
    }

    static double[] column(double[][] table, int v) {
        double[] x = new double[table.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = table[t][v];
        }
        return x;
    }

    /** TC, DTC, Omega, S in nats of an n-plet of an estimate. */
    static double[] measures(CorrelationEstimate estimate, int... nplet) {
        int n = estimate.matrix().variables();
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i][j] = estimate.matrix().get(i, j);
            }
        }
        return measures(r, nplet);
    }

    /** TC, DTC, Omega, S in nats from the log-determinants of R_S and of its leave-one-out blocks. */
    public static double[] measures(double[][] r, int... nplet) {
        int k = nplet.length;
        double whole = logDeterminant(r, nplet);
        double parts = 0;
        for (int i = 0; i < k; i++) {
            int left = i;
            parts += logDeterminant(
                    r,
                    IntStream.range(0, k)
                            .filter(j -> j != left)
                            .map(j -> nplet[j])
                            .toArray());
        }
        double tc = -whole / 2;
        double dtc = (parts - (k - 1) * whole) / 2;
        return new double[] {tc, dtc, tc - dtc, tc + dtc};
    }

    private static double logDeterminant(double[][] r, int[] nplet) {
        int k = nplet.length;
        double[][] a = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = r[nplet[i]][nplet[j]];
            }
        }
        double log = 0;
        for (int p = 0; p < k; p++) {
            log += Math.log(a[p][p]);
            for (int i = p + 1; i < k; i++) {
                double factor = a[i][p] / a[p][p];
                for (int j = p; j < k; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        return log;
    }
}
