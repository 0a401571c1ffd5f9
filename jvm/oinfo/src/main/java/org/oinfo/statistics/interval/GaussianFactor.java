package org.oinfo.statistics.interval;

import java.util.Arrays;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * F with F F^T = R, one column for each direction in which the variables vary: Cholesky with the largest remaining variance as
 * the next pivot, so that a singular R has a factor too. A variable whose remaining variance is below N 2^-50 is taken as
 * determined by those before it, and variables that are equal have equal rows.
 */
final class GaussianFactor {
    private final int variables;
    /** [rank][N]: column by column. */
    private final double[][] columns;

    GaussianFactor(CorrelationMatrix r) {
        this.variables = r.variables();
        double tolerance = variables * 0x1p-50;
        double[] left = new double[variables];
        Arrays.fill(left, 1);
        double[][] found = new double[variables][];
        int rank = 0;
        for (int p = largest(left); left[p] > tolerance; p = largest(left)) {
            found[rank] = column(r, p, left, found, rank);
            for (int i = 0; i < variables; i++) {
                left[i] -= found[rank][i] * found[rank][i];
            }
            left[p] = 0;
            for (int i = 0; i < variables; i++) {
                left[i] = left[i] > tolerance ? left[i] : 0;
            }
            rank++;
        }
        this.columns = Arrays.copyOf(found, rank);
    }

    private static int largest(double[] left) {
        int p = 0;
        for (int i = 1; i < left.length; i++) {
            p = left[i] > left[p] ? i : p;
        }
        return p;
    }

    /** The next column; 0 for variables that are already determined. */
    private static double[] column(CorrelationMatrix r, int p, double[] left, double[][] found, int rank) {
        int n = r.variables();
        double[] column = new double[n];
        double root = Math.sqrt(left[p]);
        for (int i = 0; i < n; i++) {
            if (left[i] > 0) {
                double v = r.get(i, p);
                for (int c = 0; c < rank; c++) {
                    v -= found[c][i] * found[c][p];
                }
                column[i] = v / root;
            }
        }
        // By the formula of the others, so that a variable equal to it has the same bits.
        column[p] = left[p] / root;
        return column;
    }

    /** Number of variables N. */
    int variables() {
        return variables;
    }

    /** Number of directions in which they vary. */
    int rank() {
        return columns.length;
    }

    /** Column c of F [N], read only. */
    double[] column(int c) {
        return columns[c];
    }
}
