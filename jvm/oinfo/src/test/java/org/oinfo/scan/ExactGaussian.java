package org.oinfo.scan;

import java.math.BigDecimal;
import java.math.MathContext;
import org.oinfo.kernels.CorrelationMatrix;

/** Information of Gaussian variables by definition: log-determinants from elimination in 60 decimal digits. */
public final class ExactGaussian {
    private static final MathContext DIGITS = new MathContext(60);

    private final CorrelationMatrix matrix;

    /** Of variables with these correlations, which are taken as they are: doubles are exact decimals. */
    public ExactGaussian(CorrelationMatrix matrix) {
        this.matrix = matrix;
    }

    /** Natural logarithm of the determinant of the correlations of a subset; 0 of none. */
    public double logDet(int... subset) {
        int k = subset.length;
        BigDecimal[][] a = new BigDecimal[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = new BigDecimal(matrix.array()[subset[i] * matrix.variables() + subset[j]]);
            }
        }
        BigDecimal det = BigDecimal.ONE;
        for (int p = 0; p < k; p++) {
            det = det.multiply(a[p][p], DIGITS);
            for (int i = p + 1; i < k; i++) {
                BigDecimal factor = a[i][p].divide(a[p][p], DIGITS);
                for (int j = p; j < k; j++) {
                    a[i][j] = a[i][j].subtract(factor.multiply(a[p][j], DIGITS), DIGITS);
                }
            }
        }
        return Math.log1p(det.subtract(BigDecimal.ONE).doubleValue());
    }

    /** Total correlation: -1/2 ln |R|. */
    public double tc(int... nplet) {
        return -logDet(nplet) / 2;
    }

    /** Dual total correlation: H(X) - sum_i H(X_i | the others), unit variances. */
    public double dtc(int... nplet) {
        double sum = logDet(nplet) / 2;
        for (int i = 0; i < nplet.length; i++) {
            sum -= (logDet(nplet) - logDet(without(nplet, i))) / 2;
        }
        return sum;
    }

    /** An n-plet without its i-th member. */
    public static int[] without(int[] nplet, int i) {
        int[] rest = new int[nplet.length - 1];
        System.arraycopy(nplet, 0, rest, 0, i);
        System.arraycopy(nplet, i + 1, rest, i, rest.length - i);
        return rest;
    }
}
