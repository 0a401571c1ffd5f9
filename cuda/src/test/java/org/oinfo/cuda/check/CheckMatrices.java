package org.oinfo.cuda.check;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.oinfo.kernels.CorrelationMatrix;

/** Matrices and n-plets that a device is timed on. */
final class CheckMatrices {
    private static final int FACTORS = 16;
    /** Share of each variable's variance that is its own: no conditional variance is smaller. */
    private static final double UNIQUE = 0.4;

    private CheckMatrices() {}

    /**
     * Correlations of N variables that share {@value #FACTORS} factors: R = A A^T + {@value #UNIQUE} I with rows of A of equal
     * length. Redundant and synergistic n-plets, no near-singular ones, and quick to make for thousands of variables.
     */
    static CorrelationMatrix factors(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] a = new double[n][FACTORS];
        for (double[] row : a) {
            Arrays.setAll(row, f -> random.nextGaussian());
            double length = Math.sqrt(dot(row, row) / (1 - UNIQUE));
            Arrays.setAll(row, f -> row[f] / length);
        }
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            r[i * n + i] = 1;
            for (int j = 0; j < i; j++) {
                r[i * n + j] = r[j * n + i] = dot(a[i], a[j]);
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    /** Random n-plets [count*order], each ascending. */
    static int[] nplets(int n, int order, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] nplets = new int[count * order];
        int[] variables = new int[n];
        Arrays.setAll(variables, i -> i);
        for (int i = 0; i < count; i++) {
            for (int m = 0; m < order; m++) {
                int other = random.nextInt(m, n);
                int taken = variables[other];
                variables[other] = variables[m];
                variables[m] = taken;
                nplets[i * order + m] = taken;
            }
            Arrays.sort(nplets, i * order, (i + 1) * order);
        }
        return nplets;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
    }
}
