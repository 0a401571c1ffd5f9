package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.parallel.Monitor;
import org.oinfo.spread.Cluster;
import org.oinfo.statistics.comparison.ComparisonSettings;
import org.oinfo.targets.TargetMeasure;

/** Targets and comparisons whose pieces are done by others, in any order and groups, some twice, some lost at first. */
class SpreadTargetTest {
    private static final int T = 150;
    /** C(39,4) = 82,251 n-plets of the others are two blocks. */
    private static final int WIDE = 40;

    private static final int NARROW = 9;
    private static final int PERMUTATIONS = 19;
    private static final long SEED = 29;

    /** What is asked for, by what it finds. */
    @SuppressWarnings("ImmutableEnumChecker") // lambdas of settings alone
    enum Kind {
        CLASSES(NARROW, (info, monitor) -> info.target(classes()).scan(3, TargetMeasure.I, monitor)),
        CLASSES_PERMUTED(
                NARROW,
                (info, monitor) ->
                        info.target(classes()).permutations(2, TargetMeasure.DOMEGA, PERMUTATIONS, SEED, monitor)),
        VARIABLE(WIDE, (info, monitor) -> info.target(target()).scan(4, TargetMeasure.RSI, monitor)),
        VARIABLE_PERMUTED(
                NARROW,
                (info, monitor) -> info.target(target()).permutations(3, TargetMeasure.I, PERMUTATIONS, SEED, monitor)),
        DYNAMIC(WIDE, (info, monitor) -> info.dynamic(1).target(7).scan(4, TargetMeasure.DOMEGA, monitor)),
        DYNAMIC_GREEDY(WIDE, (info, monitor) -> info.dynamic(1).target(7).greedy(4, 6, monitor)),
        COMPARISON(
                NARROW,
                (info, monitor) -> info.against(data(NARROW, 100, SEED + 1))
                        .test(ComparisonSettings.of(3).withPermutations(PERMUTATIONS), monitor)),
        COMPARISON_PAIRED(
                NARROW,
                (info, monitor) -> info.against(data(NARROW, T, SEED + 1))
                        .test(
                                ComparisonSettings.of(4)
                                        .withPermutations(PERMUTATIONS)
                                        .withPaired(true),
                                monitor));

        private final int variables;
        private final BiFunction<OInformation, Monitor, Object> run;

        Kind(int variables, BiFunction<OInformation, Monitor, Object> run) {
            this.variables = variables;
            this.run = run;
        }

        OInformation info() {
            return data(variables, T, SEED);
        }

        private static int[] classes() {
            return IntStream.range(0, T).map(t -> t * t % 7 % 3).toArray();
        }

        private static double[] target() {
            return new Random(SEED).doubles(T).toArray();
        }
    }

    /** Autoregressive columns with something in common, and a constant one. */
    private static OInformation data(int variables, int samples, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[samples][variables + 1];
        for (int t = 0; t < samples; t++) {
            double shared = random.nextGaussian();
            for (int i = 0; i < variables; i++) {
                x[t][i] = random.nextGaussian() + shared * (i % 3) / 2 + (t == 0 ? 0 : x[t - 1][i] / 3);
            }
        }
        return OInformation.ofSamples(
                x, OInformationOptions.defaults().withTop(4).withThreads(2));
    }

    @ParameterizedTest
    @EnumSource
    void theBitsAreThoseOfOneMachine(Kind kind) {
        UnreliableCluster cluster = new UnreliableCluster(SEED, Integer.MAX_VALUE, 1);
        OInformation info = kind.info();
        SameBits.assertSame(
                kind.run.apply(info.withCluster(cluster), Monitor.NONE), kind.run.apply(info, Monitor.NONE), SEED);
        assertThat(cluster.runs()).isPositive();
    }

    /** Stopped here and there, on one machine and on many, with losses: a journal of either goes on with the other. */
    @ParameterizedTest
    @EnumSource(names = {"CLASSES", "VARIABLE_PERMUTED", "COMPARISON"})
    void anyMachineGoesOnFromAJournal(Kind kind, @TempDir Path folder) {
        OInformation info = kind.info();
        Path journal = folder.resolve("journal");
        for (int turn = 0; turn < 4; turn++) {
            AtomicInteger left = new AtomicInteger(5 + 10 * turn);
            Cluster cluster = new UnreliableCluster(SEED, 2, 2);
            resumed(kind, turn % 2 == 0 ? info.withCluster(cluster) : info, journal, left);
        }
        Object last = resumed(kind, info, journal, new AtomicInteger(Integer.MAX_VALUE));
        SameBits.assertSame(last, kind.run.apply(info, Monitor.NONE), SEED);
    }

    private static Object resumed(Kind kind, OInformation info, Path journal, AtomicInteger left) {
        try (ResumableRun run = info.resumable(journal)) {
            return kind.run.apply(info, run.watched(progress -> left.getAndDecrement() > 0));
        }
    }

    @Test
    void nearestNeighboursStayHere() {
        double[][] x = new Random(SEED)
                .doubles(T)
                .mapToObj(first -> new double[] {first, first * first, Math.sin(9 * first)})
                .toArray(double[][]::new);
        OInformationOptions options = OInformationOptions.defaults()
                .withEstimate(EstimateOptions.defaults().withEstimator(Estimator.KNN));
        Cluster none = (work, seconds, todo, gathering) -> {};
        OInformation info = OInformation.ofSamples(x, options).withCluster(none);
        assertThatThrownBy(() -> info.target(Kind.target()).scan(2))
                .hasMessage(
                        "an analysis on a cluster must be of correlations, on processors: found another estimator, or"
                                + " groups; run it on this machine alone");
    }
}
