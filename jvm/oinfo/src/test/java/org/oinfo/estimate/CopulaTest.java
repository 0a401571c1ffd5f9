package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Ties;
import org.oinfo.parallel.Workers;

/** Ranks, ties and normal scores. */
class CopulaTest {
    private static final EstimateOptions OPTIONS = EstimateOptions.defaults().withThreads(2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheDefinition(long seed) {
        Random random = new Random(seed);
        int samples = 2 + random.nextInt(300);
        int variables = 2 + random.nextInt(9);
        double[][] x = TableSamples.normals(samples, variables, random);
        for (double[] row : x) {
            row[0] = Math.rint(2 * row[0]) * 1e-310; // ties among subnormals, 0.0 and -0.0
            row[1] = Math.max(row[1], 0.5) * 1e300;
        }
        x[0][0] = 1;
        x[1][1] = -Double.MAX_VALUE;
        CorrelationEstimate estimate = CorrelationEstimator.fromSamples(TableSamples.of(x), OPTIONS);
        assertThat(estimate.dead()).as("seed %d", seed).isEmpty();
        for (int i = 0; i < variables; i++) {
            for (int j = 0; j < i; j++) {
                double expected = Oracle.correlation(
                        Oracle.normalScores(Oracle.column(x, i)), Oracle.normalScores(Oracle.column(x, j)));
                assertThat(estimate.matrix().get(i, j))
                        .as("seed %d, r[%d][%d]", seed, i, j)
                        .isCloseTo(expected, within(4e-15));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Ties.class)
    void monotoneMapsChangeNoBit(Ties ties) {
        double[][] x = TableSamples.normals(400, 4, new Random(5));
        double[][] mapped = new double[400][4];
        DoubleUnaryOperator[] maps = {Math::exp, v -> v * v * v, v -> 1e6 + 3 * v, Math::atan};
        for (int t = 0; t < 400; t++) {
            for (int v = 0; v < 4; v++) {
                x[t][v] = Math.rint(8 * x[t][v]) / 8; // so that no map merges two values
                mapped[t][v] = maps[v].applyAsDouble(x[t][v]);
            }
        }
        EstimateOptions options = OPTIONS.withTies(ties);
        assertThat(CorrelationEstimator.fromSamples(TableSamples.of(mapped), options)
                        .matrix()
                        .array())
                .containsExactly(CorrelationEstimator.fromSamples(TableSamples.of(x), options)
                        .matrix()
                        .array());
    }

    @Test
    void threeSamples() {
        CorrelationEstimate estimate = CorrelationEstimator.fromSamples(
                TableSamples.ofColumns(new double[] {1, 2, 3}, new double[] {10, 30, 20}, new double[] {5, 4, -9}),
                OPTIONS);
        assertThat(estimate.matrix().get(0, 1)).isCloseTo(0.5, within(1e-15));
        assertThat(estimate.matrix().get(0, 2)).isEqualTo(-1);
        assertThat(estimate.matrix().get(1, 2)).isCloseTo(-0.5, within(1e-15));
    }

    @Test
    void oneValueApartFromTheRest() {
        double[] a = new double[100];
        double[] b = new double[100];
        a[5] = 1;
        b[60] = -1;
        CorrelationEstimate estimate = CorrelationEstimator.fromSamples(TableSamples.ofColumns(a, b), OPTIONS);
        // Two values a variable: any scores give the correlation of the indicators, -1/(T-1), and b is turned round.
        assertThat(estimate.matrix().get(0, 1)).isCloseTo(1.0 / 99, within(1e-15));
        assertThat(estimate.tiedValues()).isEqualTo(198);
    }

    @Test
    void everyValueTiedIsNotConstant() {
        CorrelationEstimate estimate = CorrelationEstimator.fromSamples(
                TableSamples.ofColumns(new double[] {1, 1, 2, 2}, new double[] {0.0, 7, -0.0, 7}), OPTIONS);
        assertThat(estimate.tiedValues()).isEqualTo(8);
        assertThat(estimate.matrix().get(0, 1)).isCloseTo(0, within(1e-16));
    }

    /** Independent neurons behind a ReLU, 84 % zeros: only the ordinal ranks see something in common. */
    @ParameterizedTest
    @CsvSource({"AVERAGE, 0, 0.002", "RANDOM, 0, 0.002", "ORDINAL, 0.442, 0.004"})
    void tiesOfIndependentRectifiedNeurons(Ties ties, double expected, double tolerance) {
        int n = 24;
        double[][] x = TableSamples.normals(10_000, n, new Random(9));
        long zeros = 0;
        for (double[] row : x) {
            for (int v = 0; v < n; v++) {
                row[v] = Math.max(0, row[v] - 1);
                zeros += row[v] == 0 ? 1 : 0;
            }
        }
        CorrelationEstimate estimate = CorrelationEstimator.fromSamples(TableSamples.of(x), OPTIONS.withTies(ties));
        double mean = (Arrays.stream(estimate.matrix().array()).sum() - n) / (n * (n - 1.0));
        assertThat(mean).isCloseTo(expected, within(tolerance));
        assertThat(estimate.tiedValues()).isEqualTo(zeros).isBetween(201_000L, 203_000L);
        if (ties == Ties.ORDINAL) {
            assertThat(meanOmega(estimate, 3)).isCloseTo(0.060, within(0.002));
            assertThat(meanOmega(estimate, 5)).isCloseTo(0.292, within(0.012));
        }
    }

    private static double meanOmega(CorrelationEstimate estimate, int order) {
        int nplets = estimate.variables().length / order;
        return IntStream.range(0, nplets)
                .mapToDouble(i -> Oracle.measures(
                        estimate, IntStream.range(i * order, (i + 1) * order).toArray())[2])
                .average()
                .orElseThrow();
    }

    @Test
    void randomTiesFollowSeedAndColumnOnly() {
        double[][] x = TableSamples.normals(120, 70, new Random(4));
        for (double[] row : x) {
            Arrays.setAll(row, v -> Math.max(0, row[v]));
        }
        TableSamples data = TableSamples.of(x);
        EstimateOptions random = OPTIONS.withTies(Ties.RANDOM).withSeed(42);
        double whole = CorrelationEstimator.fromSamples(data, random).matrix().get(3, 69);
        assertThat(CorrelationEstimator.fromSamples(data.select(3, 69), random)
                        .matrix()
                        .get(0, 1))
                .isEqualTo(whole);
        assertThat(CorrelationEstimator.fromSamples(data, random.withSeed(43))
                        .matrix()
                        .get(3, 69))
                .isNotEqualTo(whole);
        assertThat(CorrelationEstimator.fromSamples(data, OPTIONS).matrix().get(3, 69))
                .isNotEqualTo(whole);
    }

    @Test
    void ranksOfEachTreatmentOfTies() {
        double[] x = {3, -0.0, 7, 3, 0.0, 3};
        assertThat(doubledRanks(x, Ties.AVERAGE, 0)).containsExactly(8, 3, 12, 8, 3, 8);
        assertThat(doubledRanks(x, Ties.ORDINAL, 0)).containsExactly(6, 2, 12, 8, 4, 10);
        int[] first = doubledRanks(x, Ties.RANDOM, 0);
        assertThat(first[2]).isEqualTo(12);
        assertThat(new int[] {first[1], first[4]}).containsExactlyInAnyOrder(2, 4);
        assertThat(new int[] {first[0], first[3], first[5]}).containsExactlyInAnyOrder(6, 8, 10);
        assertThat(doubledRanks(x, Ties.RANDOM, 0)).containsExactly(first);
    }

    /** Each of the six orders of a triple tie should come up in a sixth of the columns. */
    @Test
    void randomTiesAreUniform() {
        int[] seen = new int[6];
        for (int column = 0; column < 6000; column++) {
            int[] ranks = doubledRanks(new double[] {1, 1, 1}, Ties.RANDOM, column);
            seen[(ranks[0] / 2 - 1) * 2 + (ranks[1] < ranks[2] ? 0 : 1)]++;
        }
        for (int count : seen) {
            assertThat(count).isBetween(870, 1130);
        }
    }

    private static int[] doubledRanks(double[] x, Ties ties, int column) {
        int[] ranks = new int[x.length];
        new ColumnRanks(x.length, ties, 1).rank(x, column, ranks);
        return ranks;
    }

    @Test
    void normalScoresAreSymmetric() {
        try (Workers workers = new Workers(2)) {
            double[] table = NormalScores.table(100, workers);
            assertThat(table).hasSize(201);
            // scipy.stats.norm.ppf
            assertThat(table[2]).isCloseTo(-2.330078922787911, within(1e-15));
            assertThat(table[6]).isCloseTo(-1.8851770324320443, within(1e-15));
            assertThat(table[100]).isCloseTo(-0.012409369348679852, within(1e-16));
            assertThat(table[101]).isZero();
            for (int d = 2; d <= 200; d++) {
                assertThat(table[d]).isEqualTo(-table[202 - d]);
            }
        }
    }

    @Test
    void rankStoreInMemoryAndInAFileReadTheSame() {
        try (RankStore memory = RankStore.allocate(3, 1000, Long.MAX_VALUE);
                RankStore file = RankStore.allocate(3, 1000, 0)) {
            int[] ranks = new Random(1).ints(1000, 2, 2000).toArray();
            for (RankStore store : new RankStore[] {memory, file}) {
                store.write(1, new int[1000]);
                store.write(2, ranks);
                int[] out = new int[20];
                store.read(2, 980, 20, out);
                assertThat(out).containsExactly(Arrays.copyOfRange(ranks, 980, 1000));
                store.read(1, 990, 10, out);
                assertThat(Arrays.copyOf(out, 10)).containsOnly(0);
            }
        }
    }
}
