package org.oinfo.targets;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import org.oinfo.data.Variables;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/**
 * Time series, each in turn the target of the others: dynamic O-information dOmega(Y;X|Y0), Y the target's next value, Y0 its
 * m past values, each source X_i its own m past values. I(X;Y|Y0) is their joint transfer entropy.
 *
 * <p>Rows of the scores are successive points in time. Series are scored once, whole (one copula), and lagged then; the lagged
 * columns are centred anew, and all correlations are over the same T' = T - m points.
 *
 * <p>Bias: b(m+1,T') - b(m,T') + b(km+m,T') - b(km+m+1,T') with the b of {@link BiasCorrection#ofEntropy}. Samples that
 * follow each other are not independent, so it is a lower bound of what short series do.
 *
 * <p>Source: Stramaglia, Scagliarini, Daniels, Marinazzo 2021, Front. Physiol. 11, 595736, doi 10.3389/fphys.2020.595736.
 */
public final class LaggedTargets {
    private final CorrelationMatrix matrix;
    private final int lag;
    private final int points;
    private final Variables variables;
    private final TargetSettings settings;

    private LaggedTargets(CorrelationMatrix matrix, int lag, int points, Variables variables, TargetSettings settings) {
        this.matrix = matrix;
        this.lag = lag;
        this.points = points;
        this.variables = variables;
        this.settings = settings;
    }

    /**
     * All series with their past.
     *
     * @param scores scores of the series
     * @param lag number of past values m, at least 1
     * @param largestOrder the most sources in an n-plet
     * @param variables what the series are called
     * @throws BadInputException the lag leaves too few points for that order, or a series is constant at those points
     */
    public static LaggedTargets of(
            SampleScores scores, int lag, int largestOrder, Variables variables, TargetSettings settings) {
        if (lag < 1) {
            throw new BadInputException("the lag must be at least 1: lag=" + lag + "; choose 1 or more");
        }
        long columns = (largestOrder + 1L) * lag + 1;
        int points = scores.samples() - lag;
        if (points <= columns) {
            throw new BadInputException(
                    "there must be more points in time than columns, or every n-plet is singular: T="
                            + scores.samples() + " leaves " + Math.max(0, points) + " points after lag=" + lag
                            + ", order="
                            + largestOrder + " needs more than " + columns
                            + " ((order + 1) lag + 1); choose a shorter lag, a smaller order or longer series");
        }
        double[][] lagged = new double[scores.variables() * (lag + 1)][];
        for (int v = 0; v < scores.variables(); v++) {
            for (int past = 0; past <= lag; past++) {
                lagged[v * (lag + 1) + past] = centred(scores.column(v), lag - past, points);
                if (lagged[v * (lag + 1) + past].length == 0) {
                    throw new BadInputException(
                            "every series must vary at the points that the lag leaves: "
                                    + variables.described(variables.column(v)) + " is constant from row " + (lag - past)
                                    + " to row " + (lag - past + points - 1) + " (from 0)",
                            "leave it out with {}, or choose another lag",
                            Setting.DROP_COLUMN);
                }
            }
        }
        try (Workers workers = new Workers(settings.threads())) {
            return new LaggedTargets(SampleScores.correlation(lagged, workers), lag, points, variables, settings);
        }
    }

    /** Part of a column, its mean removed; empty when it is constant. */
    private static double[] centred(double[] column, int from, int count) {
        double[] part = Arrays.copyOfRange(column, from, from + count);
        double first = part[0];
        if (Arrays.stream(part).allMatch(value -> value == first)) {
            return new double[0];
        }
        double mean = Arrays.stream(part).map(value -> value - first).sum() / count;
        for (int t = 0; t < count; t++) {
            part[t] = part[t] - first - mean;
        }
        return part;
    }

    /** Number of points in time T' that have a past. */
    public int points() {
        return points;
    }

    /** Number of series; each has all others as sources. */
    public int series() {
        return matrix.variables() / (lag + 1);
    }

    /** Position among all series of a source of a target. */
    public static int series(int target, int source) {
        return source < target ? source : source + 1;
    }

    /**
     * The model of one series as target, all others as sources.
     *
     * @throws BadInputException the series is determined by its own past, or fewer than two sources are not determined by it
     */
    public TargetModel model(int target) {
        PartialCorrelations partial = new PartialCorrelations(matrix);
        for (int past = 1; past <= lag; past++) {
            know(partial, target, past);
        }
        int[] sources = IntStream.range(0, series() - 1)
                .filter(source -> soundGroup(partial, series(target, source)))
                .toArray();
        requireTwo(target, sources.length);
        CorrelationMatrix givenPast = partial.of(columns(target, sources));
        double[] variances = variances(partial, target, sources);
        know(partial, target, 0);
        boolean[] sound = new boolean[sources.length];
        for (int i = 0; i < sources.length; i++) {
            sound[i] = soundGroup(partial, series(target, sources[i]));
        }
        int[] kept = IntStream.range(0, sources.length).filter(i -> sound[i]).toArray();
        int[] soundSources = Arrays.stream(kept).map(i -> sources[i]).toArray();
        requireTwo(target, kept.length);
        CorrelationMatrix before = new PartialCorrelations(givenPast).of(columnsOf(kept));
        CorrelationMatrix after = partial.of(columns(target, soundSources));
        double[] left = variances(partial, target, soundSources);
        double[] single = new double[kept.length];
        GroupScore ownBefore = new GroupScore(before, lag);
        GroupScore ownAfter = new GroupScore(after, lag);
        for (int i = 0; i < kept.length; i++) {
            single[i] = 0.5 * (ownBefore.logDeterminant(i) - ownAfter.logDeterminant(i));
            for (int past = 0; past < lag; past++) {
                single[i] += 0.5 * StrictMath.log(variances[kept[i] * lag + past] / left[i * lag + past]);
            }
        }
        return new TargetModel(
                new TargetModel.Sources(series() - 1, soundSources, single),
                model(before),
                List.of(new TargetModel.Part(1, model(after))),
                TargetModel.Bias.of(this::bias),
                settings.biasCorrect(),
                false);
    }

    private void requireTwo(int target, int sound) {
        TargetModel.requireTwo(
                sound, series() - 1, "are determined by " + name(target) + " and its past, or by themselves");
    }

    private SourceModel model(CorrelationMatrix of) {
        return lag == 1 ? new ColumnSources(settings.backend(), of) : new GroupSources(of, lag);
    }

    private double bias(int order) {
        return BiasCorrection.ofEntropy(lag + 1, points)
                - BiasCorrection.ofEntropy(lag, points)
                + BiasCorrection.ofEntropy((order + 1) * lag, points)
                - BiasCorrection.ofEntropy((order + 1) * lag + 1, points);
    }

    private void know(PartialCorrelations partial, int target, int past) {
        int column = target * (lag + 1) + past;
        if (partial.determined(column)) {
            throw new BadInputException(
                    "a target must not be determined by its own past: " + name(target) + " is, with lag=" + lag,
                    "choose another target, a shorter lag, or leave it out with {}",
                    Setting.DROP_COLUMN);
        }
        partial.given(column);
    }

    private String name(int series) {
        return variables.described(variables.column(series));
    }

    /** Whether the past of a series still varies, every value of it given the others. */
    private boolean soundGroup(PartialCorrelations partial, int series) {
        int[] columns = columnsOf(series);
        if (Arrays.stream(columns).anyMatch(partial::determined)) {
            return false;
        }
        if (lag == 1) {
            return true;
        }
        Canonical own = new Canonical(partial.of(columns));
        return own.score(IntStream.range(0, lag).toArray(), 0, lag);
    }

    private int[] columnsOf(int series) {
        return IntStream.rangeClosed(1, lag)
                .map(past -> series * (lag + 1) + past)
                .toArray();
    }

    /** Past columns of some sources of a target, source by source. */
    private int[] columns(int target, int[] sources) {
        return Arrays.stream(sources)
                .flatMap(source -> Arrays.stream(columnsOf(series(target, source))))
                .toArray();
    }

    /** Columns of some groups in a matrix of groups alone. */
    private int[] columnsOf(int[] groups) {
        return Arrays.stream(groups)
                .flatMap(group -> IntStream.range(group * lag, (group + 1) * lag))
                .toArray();
    }

    private double[] variances(PartialCorrelations partial, int target, int[] sources) {
        return Arrays.stream(columns(target, sources))
                .mapToDouble(partial::variance)
                .toArray();
    }
}
