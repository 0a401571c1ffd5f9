package org.oinfo.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.SteadyInput;
import org.oinfo.data.Variables;
import org.oinfo.estimate.given.GivenCovariance;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;

/**
 * Makes the correlation matrix that everything else works on.
 *
 * <p>Constant variables are left out and named in the result; fewer than two that vary are refused. The result depends on the
 * data and the options only, not on {@link EstimateOptions#threads}, to the last bit. Safe for use by several threads.
 */
public final class CorrelationEstimator {
    private CorrelationEstimator() {}

    /**
     * Estimates from samples: r_ij = C_ij / sqrt(C_ii C_jj), C = sum of z z^T, z the centred normal scores or values; then
     * (1 - a) R + a I with shrinkage.
     *
     * <p>Heap: N x N doubles, half as many for each doubling of T beyond {@value ShareRows#LEAF}, and some tens of MB for blocks. The copula keeps 4 bytes a value more outside the heap. The
     * samples are read once for the copula, twice for the plain Gaussian.
     *
     * @throws BadInputException fewer than two variables vary, the values of one span more than the largest double, or the
     *     estimator is discrete
     */
    public static CorrelationEstimate fromSamples(Samples samples, EstimateOptions options) {
        return fromSamples(samples, options, Monitor.NONE);
    }

    /**
     * The same, watched.
     *
     * @param monitor is told the steps that are done, as units of order 0 of an unknown number; may stop it
     * @throws CancellationException the monitor stopped it or this thread was interrupted: there is nothing to return
     */
    public static CorrelationEstimate fromSamples(Samples samples, EstimateOptions options, Monitor monitor) {
        try (Workers workers = new Workers(options.threads(), new Watch(monitor))) {
            return fromSamples(samples, options, workers);
        }
    }

    /** The same, on threads that the caller has; those of the options do not count. */
    public static CorrelationEstimate fromSamples(Samples samples, EstimateOptions options, Workers workers) {
        return SteadyInput.during(samples, () -> {
            try (LiveRows rows = LiveRows.of(samples, options, workers)) {
                requireTwo(samples, rows.live(), rows.dead());
                return estimate(rows, options.shrinkage(), workers);
            }
        });
    }

    /**
     * Takes the chosen part of a covariance or correlation matrix as given, scaled to a unit diagonal.
     *
     * @param columns variables that take part, ascending; the positions of the estimate are among these
     * @throws BadInputException it is not symmetric or not positive semidefinite beyond rounding, or fewer than two variables
     *     vary; see {@link GivenCovariance}
     */
    public static CorrelationEstimate fromCovariance(SquareMatrix covariance, int[] columns) {
        GivenCovariance given = new GivenCovariance(covariance, columns);
        int[] live = given.live();
        int[] dead = given.dead();
        requireTwo(Variables.of(covariance, columns, live, dead), covariance.source());
        double[] r = given.correlation();
        return new CorrelationEstimate(
                CorrelationMatrix.wrap(live.length, r),
                live,
                dead,
                0,
                0,
                Double.NaN,
                collinear(r, live),
                given.warnings());
    }

    static BadInputException noCorrelations(Estimator found) {
        return new BadInputException("correlations need the estimator copula or gaussian: found " + found.text()
                + "; choose another estimator");
    }

    private static CorrelationEstimate estimate(LiveRows rows, Shrinkage shrinkage, Workers workers) {
        double[] c = CrossProducts.of(rows, workers);
        VaryingColumns columns = new VaryingColumns(rows.live(), rows.dead(), rows.samples(), rows.tiedValues());
        return estimate(columns, c, shrinkage, weights -> ShrinkageIntensity.fourthPowers(rows, 0, weights, workers));
    }

    /**
     * Estimates from sums over samples that several machines have: to the last bit what one machine makes of all samples.
     *
     * @param columns what is known of the columns; two vary at least
     * @param products all leaves of {@link ShareRows#products}
     * @param fourthPowers has all leaves of {@link ShareRows#fourthPowers} made, by weights; called for Ledoit-Wolf shrinkage
     */
    public static CorrelationEstimate fromShares(
            VaryingColumns columns, TreeSums products, Shrinkage shrinkage, Function<double[], TreeSums> fourthPowers) {
        double[] c = CrossProducts.unpacked(products.total(), columns.live().length);
        return estimate(columns, c, shrinkage, fourthPowers);
    }

    private static CorrelationEstimate estimate(
            VaryingColumns columns, double[] r, Shrinkage shrinkage, Function<double[], TreeSums> fourthPowers) {
        int[] live = columns.live();
        int samples = columns.samples();
        double[] variance = normalise(r, live.length);
        double intensity = switch (shrinkage) {
            case NONE -> Double.NaN;
            case LEDOIT_WOLF ->
                ShrinkageIntensity.ledoitWolf(
                        fourthPowers.apply(ShrinkageIntensity.weights(variance, samples)), samples, r);
            case OAS -> ShrinkageIntensity.oas(samples, r, live.length);
        };
        if (shrinkage != Shrinkage.NONE) {
            shrink(r, live.length, intensity);
        }
        return new CorrelationEstimate(
                CorrelationMatrix.wrap(live.length, r),
                live,
                columns.dead(),
                samples,
                columns.tiedValues(),
                intensity,
                collinear(r, live),
                List.of());
    }

    /** Turns the upper triangle of C into R, in place; returns C_ii [N]. */
    static double[] normalise(double[] c, int n) {
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = c[i * n + i];
            c[i * n + i] = 1;
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                // One root of the product: it gives exactly 1 for two identical variables.
                double r = c[i * n + j] / Math.sqrt(diagonal[i] * diagonal[j]);
                c[i * n + j] = c[j * n + i] = Math.clamp(r, -1, 1);
            }
        }
        return diagonal;
    }

    private static void shrink(double[] r, int n, double intensity) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] *= i == j ? 1 : 1 - intensity;
            }
        }
    }

    private static List<Collinear> collinear(double[] r, int[] variables) {
        int n = variables.length;
        List<Collinear> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n && pairs.size() < CorrelationEstimate.MOST_COLLINEAR; j++) {
                double v = r[i * n + j];
                if ((1 - v) * (1 + v) < Collinear.THRESHOLD) {
                    pairs.add(new Collinear(variables[i], variables[j], v));
                }
            }
        }
        return List.copyOf(pairs);
    }

    /**
     * Refuses samples of which fewer than two variables vary.
     *
     * @param live positions of the variables that vary
     * @param dead positions of the constant ones, which the message names
     */
    public static void requireTwo(Samples samples, int[] live, int[] dead) {
        requireTwo(Variables.of(samples, live, dead), samples.source());
    }

    private static void requireTwo(Variables variables, String source) {
        int live = variables.count();
        if (live >= 2) {
            return;
        }
        int[] dead = variables.dead();
        String constant = dead.length == 0 ? "" : "; constant: " + variables.described(dead);
        throw new BadInputException("at least 2 variables must vary: found " + live + " of " + (live + dead.length)
                + " in " + source + constant + "; give data with more variables that change");
    }
}
