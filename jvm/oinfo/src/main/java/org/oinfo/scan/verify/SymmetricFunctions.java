package org.oinfo.scan.verify;

import java.math.BigDecimal;
import java.math.MathContext;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Elementary symmetric functions e_0 .. e_k of the eigenvalues of R: e_j is the sum of all principal minors of j variables.
 *
 * <p>Newton's identities j e_j = sum_{t=1..j} (-1)^(t-1) e_{j-t} p_t from power sums p_t = tr R^t. In doubles they lose what e_j is smaller
 * than p_1^j: 2.5e-9 at correlations of .999. Here p_t are pairs of doubles and the identities have 100 digits, so that the bound on their
 * error, 16 t N^2 u^2 tr |R|^t with u = 2^-53, is carried along and stays far below what kernels round.
 *
 * <p>The bound: an element of R R^(t-1), summed with the error of every product and addition beside it (Ogita, Rump and Oishi 2005, SIAM
 * J. Sci. Comput. 26, 1955), is within 2.1 N^2 u^2 of the sum of the sizes of its terms, and the lower parts add 2 N^2 u^2; so R^m, made of
 * m - 1 products, is within 4.2 (m-1) N^2 u^2 |R|^m, and the sums over its rows and of them add 4.2 N^2 u^2 more. tr |R|^t is at most N
 * times the (t-1)-th power of the largest row sum of |R|.
 */
final class SymmetricFunctions {
    private static final MathContext DIGITS = new MathContext(100);
    private static final double U2 = 0x1p-106;

    private final BigDecimal[] values;
    private final double[] errors;

    /** Those of R up to e_k. */
    SymmetricFunctions(CorrelationMatrix r, int order) {
        PowerSums powers = new PowerSums(r, order);
        double n = r.variables();
        double largest = largestRowSum(r);
        double[] powerErrors = new double[order + 1];
        for (int t = 2; t <= order; t++) {
            powerErrors[t] = 16 * t * n * n * U2 * n * Math.pow(largest, t - 1) * (1 + 1e-9);
        }
        values = new BigDecimal[order + 1];
        errors = new double[order + 1];
        values[0] = BigDecimal.ONE;
        for (int j = 1; j <= order; j++) {
            BigDecimal sum = BigDecimal.ZERO;
            double error = 0;
            for (int t = 1; t <= j; t++) {
                BigDecimal term = values[j - t].multiply(powers.of(t), DIGITS);
                sum = t % 2 == 1 ? sum.add(term, DIGITS) : sum.subtract(term, DIGITS);
                error += Math.abs(values[j - t].doubleValue()) * powerErrors[t]
                        + (Math.abs(powers.of(t).doubleValue()) + powerErrors[t]) * errors[j - t]
                        + Math.abs(term.doubleValue()) * 1e-98;
            }
            values[j] = sum.divide(BigDecimal.valueOf(j), DIGITS);
            errors[j] = error / j * (1 + 1e-9);
        }
    }

    private static double largestRowSum(CorrelationMatrix r) {
        double largest = 0;
        for (int i = 0; i < r.variables(); i++) {
            double sum = 0;
            for (int j = 0; j < r.variables(); j++) {
                sum += Math.abs(r.get(i, j));
            }
            largest = Math.max(largest, sum);
        }
        return largest * (1 + 1e-9);
    }

    /** e_j, rounded. */
    double value(int j) {
        return values[j].doubleValue();
    }

    /** Bound on the error of {@link #value}. */
    double error(int j) {
        return errors[j] + Math.ulp(value(j));
    }
}
