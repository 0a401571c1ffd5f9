package org.oinfo.targets.mixture;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.posterior.PosteriorKernel;

/**
 * The Gaussians of all classes as a {@link PosteriorKernel} takes them.
 *
 * <p>Covariance = L L^T; W = L^-1 / sqrt 2 and b = -W m, so that sum_i u_i^2 is half the squared distance of Mahalanobis;
 * a = ln w - sum_i ln L_ii, without the constants that all classes share.
 */
final class ClassNumbers {
    private static final double SQRT_HALF = Math.sqrt(0.5);

    /** [C][numbers]. */
    private double[] numbers = new double[0];
    /** Lower triangle by rows [k*(k+1)/2]: L, then its inverse. */
    private double[] l = new double[0];

    /** Makes room for an order. */
    void resize(int classes, int order) {
        int wanted = classes * PosteriorKernel.numbers(order);
        if (numbers.length < wanted) {
            numbers = new double[wanted];
        }
        if (l.length < order * (order + 1) / 2) {
            l = new double[order * (order + 1) / 2];
        }
    }

    /** The numbers of all classes. */
    double[] array() {
        return numbers;
    }

    /**
     * Puts a class.
     *
     * @param logWeight ln w
     * @param mean [k]
     * @param covariance lower triangle by rows [k*(k+1)/2]
     * @return false where the covariance is singular: a conditional variance is not above 1e-12 of the variance
     */
    boolean put(int c, int order, double logWeight, double[] mean, double[] covariance) {
        double logRoots = factor(order, covariance);
        if (Double.isNaN(logRoots)) {
            return false;
        }
        invert(order);
        int at = c * PosteriorKernel.numbers(order);
        numbers[at++] = logWeight - logRoots;
        for (int i = 0; i < order; i++) {
            int row = i * (i + 1) / 2;
            double b = 0;
            for (int j = 0; j <= i; j++) {
                double w = SQRT_HALF * l[row + j];
                numbers[at + 1 + j] = w;
                b = Math.fma(-w, mean[j], b);
            }
            numbers[at] = b;
            at += i + 2;
        }
        return true;
    }

    /** L of a covariance; the sum of ln L_ii, NaN where it is singular. */
    private double factor(int order, double[] covariance) {
        double logRoots = 0;
        for (int i = 0; i < order; i++) {
            int row = i * (i + 1) / 2;
            for (int j = 0; j <= i; j++) {
                int other = j * (j + 1) / 2;
                double v = covariance[row + j];
                for (int t = 0; t < j; t++) {
                    v = Math.fma(-l[row + t], l[other + t], v);
                }
                if (j < i) {
                    l[row + j] = v / l[other + j];
                } else if (v > Canonical.SINGULAR * covariance[row + i]) {
                    l[row + i] = Math.sqrt(v);
                    logRoots += StrictMath.log(v) / 2;
                } else {
                    return Double.NaN;
                }
            }
        }
        return logRoots;
    }

    /** L becomes its inverse, row by row. */
    private void invert(int order) {
        for (int i = 0; i < order; i++) {
            int row = i * (i + 1) / 2;
            double diagonal = 1 / l[row + i];
            for (int j = 0; j < i; j++) {
                double v = 0;
                for (int t = j; t < i; t++) {
                    v = Math.fma(l[row + t], l[t * (t + 1) / 2 + j], v);
                }
                l[row + j] = -v * diagonal;
            }
            l[row + i] = diagonal;
        }
    }
}
