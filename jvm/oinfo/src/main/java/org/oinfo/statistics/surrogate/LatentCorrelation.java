package org.oinfo.statistics.surrogate;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.oinfo.estimate.DataMargins;

/**
 * The correlation that two standard normal variables must have, so that the margins of the data, given to them by rank, have an
 * observed one. Ties weaken a correlation: two variables with 80 % equal values and a latent .6 have .43.
 *
 * <p>A margin is the step function f(z) with the T ordered values at the T-quantiles of z. With h_n the orthonormal Hermite
 * polynomials, c_j the thresholds and d_j the steps there,
 *
 * <pre>  E f(X) g(Y) = sum over n of a_n b_n r^n,   a_n = n^-1/2 sum over j of d_j h_n-1(c_j) phi(c_j)</pre>
 *
 * (Mehler), which rises with r because f and g rise. The sum ends at n = {@value #TERMS}; what is left of it at r = 1 and at r =
 * -1, where it is known from the ordered values, is taken for the next term: exact at -1, 0 and 1, and off by less than .02 at
 * .99 for a margin of two values.
 *
 * <p>{@value #TERMS} T steps a variable. Immutable.
 */
final class LatentCorrelation {
    private static final int TERMS = 200;
    /** Halvings of [0, 1]: to the last bit and no further. */
    private static final int HALVINGS = 53;

    private final DataMargins margins;
    /** a_0 .. a_TERMS of each variable; a_0 = 0. */
    private final double[][] coefficients;

    LatentCorrelation(DataMargins margins, int variables) {
        this.margins = margins;
        int samples = margins.samples();
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] threshold = new double[samples];
        double[] density = new double[samples];
        for (int j = 1; j < samples; j++) {
            threshold[j] = normal.inverseCumulativeProbability((double) j / samples);
            density[j] = normal.density(threshold[j]);
        }
        this.coefficients = new double[variables][];
        for (int v = 0; v < variables; v++) {
            coefficients[v] = coefficients(margins.ascending(v), threshold, density);
        }
    }

    /** The latent correlation behind an observed one; 1 or -1 where the margins allow no stronger one than that. */
    double of(int i, int j, double observed) {
        double sign = observed < 0 ? -1 : 1;
        double[] series = series(i, j, sign);
        double target = Math.abs(observed);
        double low = 0;
        double high = 1;
        if (valueAt(high, series) <= target) {
            return sign;
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (valueAt(middle, series) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return sign * low;
    }

    /** Coefficients of |r|^n in sign * correlation, n = 0 .. TERMS + 1. */
    private double[] series(int i, int j, double sign) {
        double[] a = coefficients[i];
        double[] b = coefficients[j];
        double[] series = new double[TERMS + 2];
        double sum = 0;
        double power = 1;
        for (int n = 1; n <= TERMS; n++) {
            series[n] = power * a[n] * b[n];
            sum += series[n];
            power *= sign;
        }
        series[TERMS + 1] = strongest(i, j, sign) - sum;
        return series;
    }

    private static double valueAt(double r, double[] series) {
        double value = 0;
        for (int n = series.length - 1; n >= 0; n--) {
            value = Math.fma(value, r, series[n]);
        }
        return value;
    }

    /** The absolute correlation when the ranks are the same, or opposite. */
    private double strongest(int i, int j, double sign) {
        double[] x = margins.ascending(i);
        double[] y = margins.ascending(j);
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum = Math.fma(x[t], sign > 0 ? y[t] : -y[x.length - 1 - t], sum);
        }
        return sum / (norm(x) * norm(y));
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum = Math.fma(value, value, sum);
        }
        return Math.sqrt(sum);
    }

    /**
     * By h_n = (c h_n-1 - sqrt(n-1) h_n-2) / sqrt(n), all thresholds together.
     *
     * @param threshold c_j, j = 1 .. T-1 [T]
     * @param density phi(c_j) [T]
     */
    private static double[] coefficients(double[] ascending, double[] threshold, double[] density) {
        int samples = ascending.length;
        double scale = Math.sqrt(samples) / norm(ascending);
        double[] before = new double[samples];
        double[] h = new double[samples];
        for (int j = 1; j < samples; j++) {
            h[j] = (ascending[j] - ascending[j - 1]) * scale * density[j];
        }
        double[] a = new double[TERMS + 1];
        for (int n = 1; n <= TERMS; n++) {
            double root = Math.sqrt(n);
            a[n] = DoubleStream.of(h).sum() / root;
            double last = Math.sqrt(n - 1.0);
            for (int j = 1; j < samples; j++) {
                double next = (threshold[j] * h[j] - last * before[j]) / root;
                before[j] = h[j];
                h[j] = next;
            }
        }
        return a;
    }
}
