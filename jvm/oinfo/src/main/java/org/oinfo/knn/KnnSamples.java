package org.oinfo.knn;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.SteadyInput;
import org.oinfo.data.Variables;
import org.oinfo.estimate.CorrelationEstimator;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.KnnScale;
import org.oinfo.parallel.Monitor;

/** The variables that vary, in the scale that distances are taken of: T N doubles. Immutable as long as nobody writes to the columns. */
public final class KnnSamples {
    private final double[][] columns;
    private final int[] live;
    private final int[] dead;
    private final int[] largestTies;

    private KnnSamples(double[][] columns, int[] live, int[] dead) {
        this.columns = columns;
        this.live = live;
        this.dead = dead;
        this.largestTies =
                Arrays.stream(columns).mapToInt(KnnSamples::largestTie).toArray();
    }

    /**
     * Reads samples.
     *
     * @param monitor is told of steps; may stop it
     * @throws BadInputException fewer than two variables vary, or there are no more samples than neighbours
     * @throws CancellationException the monitor stopped it or this thread was interrupted: there is nothing to return
     */
    public static KnnSamples of(Samples samples, EstimateOptions options, Monitor monitor) {
        int neighbours = options.knn().neighbours();
        if (samples.samples() <= neighbours) {
            throw new BadInputException("there must be more samples than neighbours: T=" + samples.samples()
                    + ", neighbours=" + neighbours + "; ask for fewer neighbours or give more samples");
        }
        KnnScale scale = options.knn().scale();
        if (scale == KnnScale.NONE) {
            return asTheyAre(samples);
        }
        Estimator scores = scale == KnnScale.SCORES ? Estimator.COPULA : Estimator.GAUSSIAN;
        SampleScores read = SampleScores.of(samples, options.withEstimator(scores), monitor);
        double[][] columns = read.columns(IntStream.range(0, read.variables()).toArray());
        if (scale == KnnScale.STANDARD) {
            Arrays.stream(columns).forEach(KnnSamples::standardise);
        }
        return new KnnSamples(columns, read.live(), read.dead());
    }

    private static KnnSamples asTheyAre(Samples samples) {
        int t = samples.samples();
        double[][] all = SteadyInput.during(samples, () -> {
            double[][] columns = new double[samples.variables()][t];
            for (int v = 0; v < columns.length; v++) {
                samples.read(0, t, v, 1, columns[v]);
            }
            return columns;
        });
        int[] live = IntStream.range(0, all.length).filter(v -> varies(all[v])).toArray();
        int[] dead = IntStream.range(0, all.length).filter(v -> !varies(all[v])).toArray();
        CorrelationEstimator.requireTwo(samples, live, dead);
        for (int v : live) {
            requireFinite(samples, v, all[v]);
        }
        return new KnnSamples(Arrays.stream(live).mapToObj(v -> all[v]).toArray(double[][]::new), live, dead);
    }

    private static void requireFinite(Samples samples, int variable, double[] values) {
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        if (!Double.isFinite(most - least)) {
            throw new BadInputException("the values of a variable must span less than the largest double: "
                    + Variables.described(samples, variable) + " spans " + least + " to " + most + " in "
                    + samples.source() + "; rescale it");
        }
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value != values[0]);
    }

    /** By the standard deviation, in place; the mean is 0. */
    private static void standardise(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        double deviation = Math.sqrt(squares / values.length);
        for (int t = 0; t < values.length; t++) {
            values[t] /= deviation;
        }
    }

    /** How many of some values are the commonest one. */
    public static int largestTie(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int largest = 1;
        for (int t = 1, run = 1; t < sorted.length; t++) {
            run = sorted[t] == sorted[t - 1] ? run + 1 : 1;
            largest = Math.max(largest, run);
        }
        return largest;
    }

    /** Number of samples T. */
    public int samples() {
        return columns[0].length;
    }

    /** Number of variables N that vary. */
    public int variables() {
        return columns.length;
    }

    /** Values of the variables that vary [N][T], in the scale that distances are taken of: read only. */
    public double[][] columns() {
        return columns;
    }

    /** How many samples share the commonest value of a variable; 1 where all are different. */
    public int largestTie(int variable) {
        return largestTies[variable];
    }

    /** Positions of the variables that vary among those of the samples, ascending. */
    public int[] live() {
        return live.clone();
    }

    /** Positions of the constant variables, ascending. */
    public int[] dead() {
        return dead.clone();
    }
}
