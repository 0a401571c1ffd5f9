package org.oinfo.estimate;

import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Variables;

/**
 * Checks a covariance or correlation matrix that a user gave and scales it to a unit diagonal.
 *
 * <p>Rounding is forgiven, on the scale of correlations s_ij = c_ij / sqrt(c_ii c_jj): |s_ij - s_ji| up to 1e-10 (averaged),
 * |s_ij| up to 1 + 1e-10 (cut to 1), eigenvalues down to -1e-10 N. Beyond, and for values that are not finite, negative
 * variances and covariances of a variable without variance, a {@link BadInputException} says where.
 */
final class GivenCovariance {
    private static final double TOLERANCE = 1e-10;

    private final SquareMatrix given;
    private final int n;
    private final double[] c;
    private final int[] live;
    private final int[] dead;

    GivenCovariance(SquareMatrix given) {
        this.given = given;
        this.n = given.variables();
        this.c = given.values();
        if (c.length != (long) n * n) {
            throw new BadInputException("a covariance matrix must be square: found " + c.length + " values for " + n
                    + " variables in " + given.source());
        }
        requireFinite();
        this.live = IntStream.range(0, n).filter(i -> c[i * n + i] > 0).toArray();
        this.dead = IntStream.range(0, n).filter(i -> !(c[i * n + i] > 0)).toArray();
        for (int i : dead) {
            requireNoCovariance(i);
        }
    }

    /** Positions of the variables with a variance above 0, ascending. */
    int[] live() {
        return live;
    }

    /** Positions of the variables with variance 0, ascending. */
    int[] dead() {
        return dead;
    }

    /** R [live*live]: exactly symmetric, diagonal exactly 1. */
    double[] correlation() {
        int m = live.length;
        double[] r = new double[m * m];
        double[] deviation =
                IntStream.of(live).mapToDouble(i -> Math.sqrt(c[i * n + i])).toArray();
        for (int a = 0; a < m; a++) {
            r[a * m + a] = 1;
            for (int b = 0; b < a; b++) {
                r[a * m + b] = r[b * m + a] = correlation(live[b], live[a], deviation[b], deviation[a]);
            }
        }
        requirePositiveSemidefinite(r);
        return r;
    }

    private double correlation(int i, int j, double deviationI, double deviationJ) {
        double above = c[i * n + j] / deviationI / deviationJ;
        double below = c[j * n + i] / deviationI / deviationJ;
        if (!(Math.abs(above - below) <= TOLERANCE)) {
            throw new BadInputException(
                    "a covariance matrix must be symmetric: " + place(i, j) + "=" + c[i * n + j] + " but "
                            + place(j, i) + "=" + c[j * n + i] + " in " + given.source()
                            + " (0-based); give both halves alike or check that the file is a covariance");
        }
        double r = 0.5 * (above + below);
        if (Math.abs(r) > 1 + TOLERANCE) {
            throw new BadInputException(
                    "a covariance must not exceed the product of the standard deviations: " + place(i, j)
                            + "=" + c[i * n + j] + " gives a correlation of " + r + " in " + given.source()
                            + " (0-based); check that the file is a covariance");
        }
        return Math.clamp(r, -1, 1);
    }

    private void requireFinite() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (!Double.isFinite(c[i * n + j])) {
                    throw new BadInputException("a covariance matrix must hold finite numbers: " + place(i, j) + "="
                            + c[i * n + j] + " in " + given.source() + " (0-based); leave that variable out");
                }
            }
            if (c[i * n + i] < 0) {
                throw new BadInputException("a variance must not be negative: " + place(i, i) + "=" + c[i * n + i]
                        + " in " + given.source() + " (0-based); check that the file is a covariance");
            }
        }
    }

    private void requireNoCovariance(int i) {
        for (int j = 0; j < n; j++) {
            double largest = Math.max(Math.abs(c[i * n + j]), Math.abs(c[j * n + i]));
            if (largest > TOLERANCE * c[j * n + j]) {
                throw new BadInputException(
                        "a variable of variance 0 must have covariances of 0: " + place(i, i) + "=0 but "
                                + place(i, j) + "=" + c[i * n + j] + " and " + place(j, i) + "=" + c[j * n + i] + " in "
                                + given.source() + " (0-based); check that the file is a covariance");
            }
        }
    }

    private void requirePositiveSemidefinite(double[] r) {
        int m = live.length;
        NegativeDirection.find(r, m, TOLERANCE * m).ifPresent(found -> {
            int v = live[found.variable()];
            throw new BadInputException(
                    "a covariance matrix must be positive semidefinite: the correlations of the variables"
                            + " up to " + Variables.described(v, given.names(), v) + " have an eigenvalue of "
                            + String.format(java.util.Locale.ROOT, "%.6g", found.eigenvalueAtMost()) + " or less in "
                            + given.source()
                            + " (0-based); estimate it from complete samples, or add to its diagonal");
        });
    }

    private String place(int i, int j) {
        return "C[" + i + "][" + j + "]";
    }
}
