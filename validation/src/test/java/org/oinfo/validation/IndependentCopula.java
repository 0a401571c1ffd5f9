package org.oinfo.validation;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The Gaussian copula by counting: u = rank / (T+1) with average ranks of ties, z = quantile of the standard normal. */
final class IndependentCopula {
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private IndependentCopula() {}

    /** Normal scores [T][N] of samples [T][N]. */
    static double[][] transform(double[][] x) {
        double[][] z = new double[x.length][x[0].length];
        for (int j = 0; j < x[0].length; j++) {
            for (int t = 0; t < x.length; t++) {
                z[t][j] = NORMAL.inverseCumulativeProbability(rank(x, t, j) / (x.length + 1));
            }
        }
        return z;
    }

    /** 1 + samples below + half of the others that are equal. */
    private static double rank(double[][] x, int t, int j) {
        double rank = 1;
        for (int other = 0; other < x.length; other++) {
            if (x[other][j] < x[t][j]) {
                rank += 1;
            } else if (x[other][j] == x[t][j] && other != t) {
                rank += 0.5;
            }
        }
        return rank;
    }
}
