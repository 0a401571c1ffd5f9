package org.oinfo.estimate;

import java.util.Locale;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Variables;

/**
 * Checks the chosen part of a covariance or correlation matrix that a user gave and scales it to a unit diagonal.
 *
 * <p>Rounding is forgiven, on the scale of correlations s_ij = c_ij / sqrt(c_ii c_jj): |s_ij - s_ji| up to 1e-10 (averaged),
 * |s_ij| up to 1 + 1e-10 (cut to 1), eigenvalues down to -1e-10 N. Beyond, and for values that are not finite, negative
 * variances and covariances of a variable without variance, a {@link BadInputException} says where.
 */
final class GivenCovariance {
    private static final double TOLERANCE = 1e-10;
    private static final String COUNTED = " (rows and columns count from 0)";

    private final SquareMatrix given;
    private final int[] columns;
    private final int[] live;
    private final int[] dead;

    /**
     * The part of a matrix that some of its variables make.
     *
     * @param columns the variables, ascending
     */
    GivenCovariance(SquareMatrix given, int[] columns) {
        this.given = given;
        this.columns = columns;
        int n = given.variables();
        if (given.values().length != (long) n * n) {
            throw new BadInputException("a covariance matrix must be square: found " + given.values().length
                    + " values for " + n + " variables in " + given.source());
        }
        requireFinite();
        this.live = all().filter(i -> c(i, i) > 0).toArray();
        this.dead = all().filter(i -> !(c(i, i) > 0)).toArray();
        for (int i : dead) {
            requireNoCovariance(i);
        }
    }

    /** Positions of the variables among the chosen. */
    private IntStream all() {
        return IntStream.range(0, columns.length);
    }

    /** Covariance of the chosen variables at two positions. */
    private double c(int i, int j) {
        return given.values()[columns[i] * given.variables() + columns[j]];
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
                IntStream.of(live).mapToDouble(i -> Math.sqrt(c(i, i))).toArray();
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
        double above = c(i, j) / deviationI / deviationJ;
        double below = c(j, i) / deviationI / deviationJ;
        if (!(Math.abs(above - below) <= TOLERANCE)) {
            throw new BadInputException("a covariance matrix must be symmetric: " + found(i, j) + " but " + value(j, i)
                    + COUNTED + "; give both halves alike or check that the file is a covariance");
        }
        double r = 0.5 * (above + below);
        if (Math.abs(r) > 1 + TOLERANCE) {
            throw new BadInputException("a covariance must not exceed the product of the standard deviations: "
                    + found(i, j) + COUNTED + ", a correlation of " + r + "; check that the file is a covariance");
        }
        return Math.clamp(r, -1, 1);
    }

    private void requireFinite() {
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                if (!Double.isFinite(c(i, j))) {
                    throw new BadInputException("a covariance matrix must hold finite numbers: " + found(i, j) + COUNTED
                            + "; leave that variable out");
                }
            }
            if (c(i, i) < 0) {
                throw new BadInputException("a variance must not be negative: " + found(i, i) + COUNTED
                        + "; check that the file is a covariance");
            }
        }
    }

    private void requireNoCovariance(int i) {
        for (int j = 0; j < columns.length; j++) {
            double largest = Math.max(Math.abs(c(i, j)), Math.abs(c(j, i)));
            if (largest > TOLERANCE * c(j, j)) {
                throw new BadInputException("a variable of variance 0 must have covariances of 0: " + found(i, i)
                        + " but " + value(i, j) + " and " + value(j, i) + COUNTED
                        + "; check that the file is a covariance");
            }
        }
    }

    private void requirePositiveSemidefinite(double[] r) {
        int m = live.length;
        NegativeDirection.find(r, m, TOLERANCE * m).ifPresent(found -> {
            int last = columns[live[found.variable()]];
            throw new BadInputException(
                    "a covariance matrix must be positive semidefinite: the correlations of the variables"
                            + " up to " + Variables.described(last, given.names()) + " have an eigenvalue of "
                            + String.format(Locale.ROOT, "%.6g", found.eigenvalueAtMost()) + " or less in "
                            + given.source()
                            + " (columns count from 0); estimate it from complete samples, or add to its diagonal");
        });
    }

    private String found(int i, int j) {
        return given.source() + " has " + value(i, j);
    }

    private String value(int i, int j) {
        return c(i, j) + " at row " + columns[i] + ", " + Variables.described(columns[j], given.names());
    }
}
