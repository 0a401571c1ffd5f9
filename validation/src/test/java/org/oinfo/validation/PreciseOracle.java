package org.oinfo.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * The measures of one n-plet from their definition, with 50 decimal digits: about 37 digits are left at a condition number
 * of 1e12. Determinants come from Gaussian elimination on the exact values of the matrix; the k determinants without one
 * member share the elimination of the members before it.
 */
final class PreciseOracle {
    private static final MathContext DIGITS = new MathContext(50);
    private static final BigLogarithm LOGARITHM = new BigLogarithm(DIGITS);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private PreciseOracle() {}

    /**
     * The measures in nats and the smallest conditional variance min_i 1/P_ii. An n-plet whose matrix is not positive
     * definite has a variance of zero and no measures to speak of (zeros).
     */
    record Measures(BigDecimal tc, BigDecimal dtc, BigDecimal o, BigDecimal s, double leastVariance) {
        private static final BigDecimal NONE = BigDecimal.ZERO;

        static Measures notPositiveDefinite() {
            return new Measures(NONE, NONE, NONE, NONE, 0);
        }

        /** As the kernels define it: some conditional variance is below 1e-12. */
        boolean singular() {
            return leastVariance < 1e-12;
        }

        /** Omega, rounded to a double. */
        double omega() {
            return o.doubleValue();
        }

        /** S-information, rounded to a double. */
        double sInformation() {
            return s.doubleValue();
        }

        /** |value - exact| / (1 + S). */
        double scaledError(double value, BigDecimal exact) {
            return Math.abs(new BigDecimal(value).subtract(exact).doubleValue()) / (1 + sInformation());
        }

        /** TC, DTC, Omega, S. */
        BigDecimal[] all() {
            return new BigDecimal[] {tc, dtc, o, s};
        }
    }

    static Measures of(CorrelationMatrix r, int... nplet) {
        int k = nplet.length;
        BigDecimal[][] rest = submatrix(r, nplet);
        BigDecimal determinant = BigDecimal.ONE;
        BigDecimal productOfMinors = BigDecimal.ONE;
        BigDecimal largestMinor = BigDecimal.ZERO;
        for (int i = 0; i < k; i++) {
            if (rest[0][0].signum() <= 0) {
                return Measures.notPositiveDefinite();
            }
            BigDecimal minor = determinant.multiply(determinant(withoutFirst(rest)), DIGITS);
            productOfMinors = productOfMinors.multiply(minor, DIGITS);
            largestMinor = largestMinor.max(minor);
            determinant = determinant.multiply(rest[0][0], DIGITS);
            rest = eliminateFirst(rest);
        }
        if (productOfMinors.signum() <= 0) {
            return Measures.notPositiveDefinite();
        }
        // Entropies less their common constants; the entropy of each single variable is then 0.
        BigDecimal whole = LOGARITHM.of(determinant).multiply(HALF);
        BigDecimal sumWithoutOne = LOGARITHM.of(productOfMinors).multiply(HALF);
        BigDecimal tc = whole.negate();
        BigDecimal dtc = sumWithoutOne.subtract(whole.multiply(BigDecimal.valueOf(k - 1L)));
        double leastVariance = determinant.divide(largestMinor, DIGITS).doubleValue();
        return new Measures(tc, dtc, tc.subtract(dtc), tc.add(dtc), leastVariance);
    }

    /** Lower triangle of R_S: row i holds i+1 exact values. */
    private static BigDecimal[][] submatrix(CorrelationMatrix r, int[] nplet) {
        BigDecimal[][] a = new BigDecimal[nplet.length][];
        for (int i = 0; i < a.length; i++) {
            a[i] = new BigDecimal[i + 1];
            for (int j = 0; j <= i; j++) {
                a[i][j] = new BigDecimal(r.get(nplet[i], nplet[j]));
            }
        }
        return a;
    }

    private static BigDecimal[][] withoutFirst(BigDecimal[][] a) {
        BigDecimal[][] b = new BigDecimal[a.length - 1][];
        for (int i = 0; i < b.length; i++) {
            b[i] = new BigDecimal[i + 1];
            System.arraycopy(a[i + 1], 1, b[i], 0, i + 1);
        }
        return b;
    }

    /** The Schur complement of the first row and column. */
    private static BigDecimal[][] eliminateFirst(BigDecimal[][] a) {
        BigDecimal[][] b = withoutFirst(a);
        for (int i = 0; i < b.length; i++) {
            BigDecimal factor = a[i + 1][0].divide(a[0][0], DIGITS);
            for (int j = 0; j <= i; j++) {
                b[i][j] = b[i][j].subtract(factor.multiply(a[j + 1][0], DIGITS), DIGITS);
            }
        }
        return b;
    }

    private static BigDecimal determinant(BigDecimal[][] a) {
        BigDecimal product = BigDecimal.ONE;
        for (BigDecimal[][] rest = a; rest.length > 0; rest = eliminateFirst(rest)) {
            if (rest[0][0].signum() <= 0) {
                return BigDecimal.ZERO;
            }
            product = product.multiply(rest[0][0], DIGITS);
        }
        return product;
    }
}
