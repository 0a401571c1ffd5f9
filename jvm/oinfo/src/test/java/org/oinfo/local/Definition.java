package org.oinfo.local;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.oinfo.kernels.CorrelationMatrix;

/** Entropies of Gaussian variables by Gaussian elimination, and what is made of them. */
final class Definition {
    private final CorrelationMatrix r;

    Definition(CorrelationMatrix r) {
        this.r = r;
    }

    static int[] without(int[] nplet, int... members) {
        return IntStream.range(0, nplet.length)
                .filter(i -> Arrays.stream(members).noneMatch(m -> m == i))
                .map(i -> nplet[i])
                .toArray();
    }

    /** H(X) = 1/2 (k ln(2 pi e) + ln|R|). */
    double entropy(int... nplet) {
        return (nplet.length * (Math.log(2 * Math.PI) + 1) + eliminate(nplet, new double[nplet.length])[0]) / 2;
    }

    /** -ln p(z) = 1/2 (k ln(2 pi) + ln|R| + z^T R^-1 z). */
    double surprise(double[] z, int... nplet) {
        double[] sums =
                eliminate(nplet, Arrays.stream(nplet).mapToDouble(i -> z[i]).toArray());
        return (nplet.length * Math.log(2 * Math.PI) + sums[0] + sums[1]) / 2;
    }

    /** ln|R| and x^T R^-1 x. */
    private double[] eliminate(int[] nplet, double[] x) {
        int k = nplet.length;
        double[][] a = new double[k][k + 1];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = r.get(nplet[i], nplet[j]);
            }
            a[i][k] = x[i];
        }
        double log = 0;
        double form = 0;
        for (int p = 0; p < k; p++) {
            log += Math.log(a[p][p]);
            form += a[p][k] * a[p][k] / a[p][p];
            for (int i = p + 1; i < k; i++) {
                double factor = a[i][p] / a[p][p];
                for (int j = p; j <= k; j++) {
                    a[i][j] -= factor * a[p][j];
                }
            }
        }
        return new double[] {log, form};
    }

    /** (k-2) H(X) + sum_i [H(X_i) - H(X_-i)]. */
    double omega(int... nplet) {
        double omega = (nplet.length - 2) * entropy(nplet);
        for (int i = 0; i < nplet.length; i++) {
            omega += entropy(nplet[i]) - entropy(without(nplet, i));
        }
        return omega;
    }

    /** I(X_i; others) = H(X_i) + H(others) - H(X_i, others). */
    double information(int variable, int... others) {
        int[] all = IntStream.concat(Arrays.stream(others), IntStream.of(variable))
                .sorted()
                .toArray();
        return entropy(variable) + entropy(others) - entropy(all);
    }

    /** Local TC, DTC, Omega and S of z [N], each from its own definition. */
    double[] local(double[] z, int... nplet) {
        int k = nplet.length;
        double whole = surprise(z, nplet);
        double tc = -whole;
        double dtc = whole;
        double omega = (k - 2) * whole;
        double s = 0;
        for (int i = 0; i < k; i++) {
            double alone = surprise(z, nplet[i]);
            double rest = surprise(z, without(nplet, i));
            tc += alone;
            dtc -= whole - rest;
            omega += alone - rest;
            s += alone + rest - whole;
        }
        return new double[] {tc, dtc, omega, s};
    }
}
