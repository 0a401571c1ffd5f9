package org.oinfo.estimate.given;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Variables;
import org.oinfo.data.Warning;

/**
 * Checks the chosen part of a covariance or correlation matrix that a user gave and scales it to a unit diagonal.
 *
 * <p>Rounding is forgiven, on the scale of correlations s_ij = c_ij / sqrt(c_ii c_jj): |s_ij - s_ji| up to 1e-10 (averaged),
 * |s_ij| up to 1 + 1e-10 (cut to 1), eigenvalues down to -1e-10 N. A matrix whose numbers are given to a unit u only (see {@link
 * MatrixPrecision}) is allowed 4 u in place of 1e-10, and its eigenvalues within N u of 0 are set to 0: their sign and size are
 * rounding errors, and one of +3e-8 would read as a huge synergy. Beyond, and for values that are not finite, negative variances and
 * covariances of a variable without variance, a {@link BadInputException} says where.
 */
public final class GivenCovariance {
    private static final double TOLERANCE = 1e-10;
    private static final String COUNTED = " (rows and columns count from 0)";

    private final SquareMatrix given;
    private final int[] columns;
    private final int[] live;
    private final int[] dead;
    /** The unit that the numbers are given to, 0 for that of double precision. */
    private final double unit;

    private final double tolerance;
    private double asymmetry;
    private List<Warning> warnings = List.of();

    /**
     * The part of a matrix that some of its variables make.
     *
     * @param columns the variables, ascending
     */
    public GivenCovariance(SquareMatrix given, int[] columns) {
        this.given = given;
        this.columns = columns;
        int n = given.variables();
        if (given.values().length != (long) n * n) {
            throw new BadInputException("a covariance matrix must be square: found " + given.values().length
                    + " values for " + n + " variables in " + given.source());
        }
        requireFinite();
        requireDiagonal();
        this.live = all().filter(i -> c(i, i) > 0).toArray();
        this.dead = all().filter(i -> !(c(i, i) > 0)).toArray();
        for (int i : dead) {
            requireNoCovariance(i);
        }
        int m = live.length;
        boolean correlations = IntStream.of(live).allMatch(i -> c(i, i) == 1);
        this.unit = MatrixPrecision.of(m * m, k -> c(live[k / m], live[k % m]), correlations);
        this.tolerance = Math.max(TOLERANCE, 4 * unit);
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
    public int[] live() {
        return live;
    }

    /** Positions of the variables with variance 0, ascending. */
    public int[] dead() {
        return dead;
    }

    /** R [live*live]: exactly symmetric, diagonal exactly 1. */
    public double[] correlation() {
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
        round(r);
        return r;
    }

    /** What was put right in {@link #correlation}. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Sets eigenvalues to 0 that may be 0 for all that the numbers say. */
    private void round(double[] r) {
        int m = live.length;
        double bound = m * unit;
        boolean near =
                unit > 0 && bound < 1 && NegativeDirection.find(r, m, -bound).isPresent();
        RoundedSpectrum found = near ? RoundedSpectrum.project(r, m, bound) : new RoundedSpectrum(0, 0);
        if (found.zeroed() == 0 && asymmetry <= TOLERANCE) {
            return;
        }
        String precision = String.format(Locale.ROOT, "the numbers of the matrix are given to %.1e: ", unit);
        String eigenvalues = String.format(
                Locale.ROOT,
                "%d eigenvalue%s within %d times that of 0, the largest %.1e, set to 0",
                found.zeroed(),
                found.zeroed() == 1 ? "" : "s",
                m,
                found.largest());
        String halves = String.format(Locale.ROOT, "halves that differ by up to %.1e averaged", asymmetry);
        String what = found.zeroed() == 0 ? halves : asymmetry <= TOLERANCE ? eigenvalues : eigenvalues + ", " + halves;
        Map<String, Object> figures = Map.of(
                "precision", unit, "eigenvalues", found.zeroed(), "largest", found.largest(), "asymmetry", asymmetry);
        warnings = List.of(new Warning(Warning.Name.MATRIX_ROUNDED, precision + what, figures));
    }

    private double correlation(int i, int j, double deviationI, double deviationJ) {
        double above = c(i, j) / deviationI / deviationJ;
        double below = c(j, i) / deviationI / deviationJ;
        asymmetry = Math.max(asymmetry, Math.abs(above - below));
        if (!(Math.abs(above - below) <= tolerance)) {
            throw new BadInputException(
                    "a covariance matrix must be symmetric: " + found(i, j) + " but " + value(j, i) + COUNTED,
                    "give both halves alike, or {} if rows are samples",
                    Setting.TABLE_OF_SAMPLES);
        }
        double r = 0.5 * (above + below);
        if (Math.abs(r) > 1 + tolerance) {
            throw new BadInputException("a covariance must not exceed the product of the standard deviations: "
                    + found(i, j) + COUNTED + ", a correlation of " + r
                    + "; check that the file is a covariance; if it holds Fisher z, give tanh of it");
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

    /** Connectivity files often leave out what every variable has with itself. */
    private void requireDiagonal() {
        if (all().anyMatch(i -> c(i, i) != 0)) {
            return;
        }
        double largest = all().flatMap(i -> all().map(j -> columns[i] * given.variables() + columns[j]))
                .mapToDouble(k -> Math.abs(given.values()[k]))
                .max()
                .orElse(0);
        if (largest > 0) {
            throw new BadInputException("a covariance or correlation matrix must have variances on its diagonal: "
                    + given.source()
                    + " has 0 all along it; if it is a connectivity matrix without its diagonal, set that to"
                    + " 1 (numpy.fill_diagonal(r, 1))" + (largest > 1 ? ", after tanh if it holds Fisher z" : ""));
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
        NegativeDirection.find(r, m, Math.max(TOLERANCE, unit) * m).ifPresent(found -> {
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
