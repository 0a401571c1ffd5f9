package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.bench.peers.Extremes;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.PerVariable;
import org.oinfo.search.greedy.EveryPairEnd;
import org.oinfo.search.greedy.GreedyPath;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedyStep;
import org.oinfo.search.greedy.GrownNplet;

/** Runs every benchmark method once and compares its answer with the definition by Commons Math. */
class AnswersTest {
    /** Every value of a measures benchmark, and every extreme of a scan: 1e-12 (1 + S), as the kernels promise. */
    private static final double ACCURACY = 1e-12;

    private static final List<String> MODES = List.of(
            "extremes",
            "extremes-synergistic",
            "extremes-redundant",
            "extremes-single",
            "plain",
            "plain-redundant",
            "full");

    static List<String> backends() {
        return Backends.installed().stream()
                .filter(p -> p.unavailable().isEmpty())
                .map(BackendProvider::name)
                .toList();
    }

    static Stream<Arguments> ordersAndBackends() {
        return Stream.of(3, 5, 10, 20).flatMap(k -> backends().stream().map(b -> Arguments.of(k, b)));
    }

    static Stream<Arguments> scans() {
        return Stream.of("3:30", "4:20", "5:16")
                .flatMap(size ->
                        backends().stream().flatMap(b -> MODES.stream().map(mode -> Arguments.of(size, b, mode))));
    }

    @ParameterizedTest
    @MethodSource("ordersAndBackends")
    void measuresOfTheLibrary(int k, String backend) {
        MeasuresBenchmark.Batch batch = batch(k);
        MeasuresBenchmark.Oinfo oinfo = new MeasuresBenchmark.Oinfo();
        oinfo.backend = backend;
        oinfo.open(batch);

        assertMeasures(batch, () -> new MeasuresBenchmark().oinfo(batch, oinfo));
        oinfo.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10, 20})
    void measuresOfThePeers(int k) {
        MeasuresBenchmark.Batch batch = batch(k);
        MeasuresBenchmark.Ejml ejml = new MeasuresBenchmark.Ejml();
        ejml.open(batch);
        MeasuresBenchmark.CommonsMath commonsMath = new MeasuresBenchmark.CommonsMath();
        commonsMath.open(batch);
        MeasuresBenchmark.Lapack lapack = new MeasuresBenchmark.Lapack();
        lapack.lapack = "java";
        lapack.open(batch);

        assertMeasures(batch, () -> new MeasuresBenchmark().ejml(batch, ejml));
        assertMeasures(batch, () -> new MeasuresBenchmark().commonsMath(batch, commonsMath));
        assertMeasures(batch, () -> new MeasuresBenchmark().lapack(batch, lapack));
        MeasuresBenchmark.OjAlgo ojAlgo = new MeasuresBenchmark.OjAlgo();
        ojAlgo.open(batch);
        assertMeasures(batch, () -> new MeasuresBenchmark().ojAlgo(batch, ojAlgo));
    }

    @ParameterizedTest
    @MethodSource("scans")
    void scanOfTheLibrary(String size, String backend, String mode) {
        ScanBenchmark.Problem problem = problem(size);
        ScanBenchmark.Oinfo oinfo = new ScanBenchmark.Oinfo();
        oinfo.backend = backend;
        oinfo.mode = mode;
        oinfo.open(problem);
        ScanBenchmark.Counter counter = new ScanBenchmark.Counter();

        Landscape landscape = new ScanBenchmark().oinfo(problem, oinfo, counter);
        oinfo.close();

        Reference expected = Reference.of(problem.r, problem.order);
        assertThat(counter.nplets).isEqualTo(problem.total);
        assertThat(landscape.total()).isEqualTo(problem.total);
        Level level = oinfo.settings.level();
        Ends ends = oinfo.settings.ends();
        if (level.counts()) {
            assertThat(landscape.redundant()).isEqualTo(expected.redundant());
            assertThat(landscape.synergistic()).isEqualTo(expected.synergistic());
            assertThat(landscape.balanced()).isEqualTo(expected.balanced());
            assertThat(landscape.singular()).isZero();
            assertThat(landscape.mean()).isCloseTo(expected.mean(), within(ACCURACY));
        }
        assertThat(landscape.mostSynergistic().sortedRanks())
                .isEqualTo(ends.synergistic() ? expected.lowest(ScanMode.TOP) : new long[0]);
        assertThat(landscape.mostRedundant().sortedRanks())
                .isEqualTo(ends.redundant() ? expected.highest(ScanMode.TOP) : new long[0]);
        if (level == Level.FULL) {
            // Each n-plet is counted once for each of its members.
            PerVariable variables = landscape.requirePerVariable();
            long held = 0;
            double sum = 0;
            for (int i = 0; i < problem.r.variables(); i++) {
                held += variables.count(i);
                sum += variables.count(i) * variables.mean(i);
            }
            assertThat(held).isEqualTo(problem.order * problem.total);
            assertThat(sum / held).isCloseTo(expected.mean(), within(ACCURACY));
            assertThat(landscape.requireDistribution().variance()).isCloseTo(expected.variance(), within(ACCURACY));
        }
    }

    @ParameterizedTest
    @CsvSource({"3:30", "4:20", "5:16"})
    void scanOfThePeers(String size) {
        ScanBenchmark.Problem problem = problem(size);
        ScanBenchmark.Peers peers = new ScanBenchmark.Peers();
        peers.open(problem);
        ScanBenchmark.Counter counter = new ScanBenchmark.Counter();
        Reference expected = Reference.of(problem.r, problem.order);

        assertExtremes(new ScanBenchmark().cholesky(problem, peers, counter), expected);
        assertExtremes(new ScanBenchmark().logDeterminants(problem, peers, counter), expected);
        assertThat(counter.nplets).isEqualTo(2 * problem.total);
    }

    @ParameterizedTest
    @CsvSource({"3:400, 10586800", "4:200, 64684950", "5:100, 75287520"})
    void sizesAreWhatTheirTextSays(String size, long total) {
        ScanBenchmark.Problem problem = problem(size);

        assertThat(problem.total).isEqualTo(total);
        assertThat(problem.sliceTo - problem.sliceFrom).isEqualTo(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void scanOnThreads(int threads) {
        ThreadsBenchmark.Whole whole = new ThreadsBenchmark.Whole();
        whole.whole = "4:20";
        whole.make();
        ThreadsBenchmark.Workers workers = new ThreadsBenchmark.Workers();
        workers.threads = threads;
        workers.engine = "auto";
        workers.open(whole);
        ScanBenchmark.Counter counter = new ScanBenchmark.Counter();

        Landscape landscape = new ThreadsBenchmark().oinfo(whole, workers, counter);

        Reference expected = Reference.of(whole.problem.r, whole.problem.order);
        assertThat(counter.nplets).isEqualTo(whole.problem.total);
        assertThat(landscape.total()).isEqualTo(whole.problem.total);
        assertThat(landscape.mean()).isCloseTo(expected.mean(), within(ACCURACY));
        assertThat(landscape.mostSynergistic().sortedRanks()).isEqualTo(expected.lowest(ScanMode.TOP));
    }

    @ParameterizedTest
    @EnumSource(names = {"GAUSSIAN", "COPULA"})
    void estimates(Estimator estimator) {
        EstimateBenchmark.Data data = new EstimateBenchmark.Data();
        data.samples = "300x7";
        data.estimator = estimator;
        data.draw();
        EstimateBenchmark.Oinfo oinfo = new EstimateBenchmark.Oinfo();
        oinfo.open(data);
        EstimateBenchmark.Blas blas = new EstimateBenchmark.Blas();
        blas.blas = "java";
        blas.open(data);

        double[] ours = new EstimateBenchmark().oinfo(oinfo).matrix().array();
        double[] peers = new EstimateBenchmark().blas(data, blas);

        double[] expected = Definition.correlations(data.x, data.variables, estimator == Estimator.COPULA);
        // 300 samples, correlations of order 1: rounding of sums of 300 products.
        assertThat(ours).containsExactly(expected, within(1e-13));
        assertThat(peers).containsExactly(expected, within(1e-13));
    }

    /** Each n-plet of the paths, and the first step of each against every candidate. */
    @Test
    void greedyPaths() {
        GreedyBenchmark.Problem problem = new GreedyBenchmark.Problem();
        problem.variables = 25;
        problem.largest = 9;
        problem.open();

        GreedyResult grown = new GreedyBenchmark().grow(problem);
        GreedyResult whole = new GreedyBenchmark().scanAndGrow(problem);

        assertThat(grown.paths()).hasSize(2 * GreedyBenchmark.STARTS);
        for (int p = 0; p < grown.paths().size(); p++) {
            GreedyPath path = grown.paths().get(p);
            assertThat(whole.paths().get(p).steps()).isEqualTo(path.steps()).hasSize(7);
            for (GreedyStep step : path.steps()) {
                double[] expected = Definition.measures(problem.r, step.found().nplet());
                assertThat(step.found().o()).isCloseTo(expected[2], within(ACCURACY * (1 + expected[3])));
            }
            int[] start = path.steps().getFirst().found().nplet();
            double first = path.steps().get(1).found().o();
            for (int v = 0; v < 25; v++) {
                int[] larger = IntStream.concat(IntStream.of(start), IntStream.of(v))
                        .sorted()
                        .distinct()
                        .toArray();
                if (larger.length == 4) {
                    double omega = Definition.measures(problem.r, larger)[2];
                    assertThat(path.end().redundant() ? omega - first : first - omega)
                            .isLessThan(ACCURACY);
                }
            }
        }
    }

    @Test
    void everyPairGrows() {
        EveryPairBenchmark.Problem problem = new EveryPairBenchmark.Problem();
        problem.backend = "simd";
        problem.variables = 17;
        problem.largest = 6;
        problem.open();

        EveryPairEnd end = new EveryPairBenchmark().grow(problem).ends().getFirst();

        assertThat(problem.candidates).isEqualTo(136 * (15 + 14 + 13 + 12));
        assertThat(end.pairs()).isEqualTo(136);
        for (GrownNplet one : end.nplets()) {
            double[] expected = Definition.measures(problem.r, one.found().nplet());
            assertThat(one.found().o()).isCloseTo(expected[2], within(ACCURACY * (1 + expected[3])));
        }
        // The best pair of a triplet finds it.
        double lowest = Double.POSITIVE_INFINITY;
        for (int a = 0; a < 17; a++) {
            for (int b = a + 1; b < 17; b++) {
                for (int c = b + 1; c < 17; c++) {
                    lowest = Math.min(lowest, Definition.measures(problem.r, new int[] {a, b, c})[2]);
                }
            }
        }
        assertThat(end.nplets().getFirst().found().o()).isCloseTo(lowest, within(ACCURACY));
    }

    @Test
    void peakIsTheClosedForm() {
        PeakBenchmark.Flops counter = new PeakBenchmark.Flops();
        long steps = 2L * PeakBenchmark.ACCUMULATORS * PeakBenchmark.STEPS;

        assertThat(new PeakBenchmark().doubles(counter))
                .isEqualTo(PeakBenchmark.expected(DoubleVector.SPECIES_PREFERRED.length()));
        assertThat(counter.flops).isEqualTo(steps * DoubleVector.SPECIES_PREFERRED.length());

        counter.flops = 0;
        double expected = PeakBenchmark.expected(FloatVector.SPECIES_PREFERRED.length());
        // The last sums, of up to 192 numbers below 16, round to 24 bits.
        assertThat(new PeakBenchmark().singles(counter)).isCloseTo(expected, within(1e-6 * expected));
        assertThat(counter.flops).isEqualTo(steps * FloatVector.SPECIES_PREFERRED.length());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void scanOfAPart(String backend) {
        CorrelationMatrix r = Inputs.correlations(16);
        ScanRange range = ScanRange.of(16, 5, 200);
        try (ScanSizes sizes =
                new ScanSizes(Backends.open(backend), r, ScanMode.of("plain").settings(5), 0)) {
            Landscape landscape = sizes.scan(range, sizes.empty());

            Reference expected = Reference.of(r, 5).part((int) range.from(), (int) range.to());
            assertThat(landscape.total()).isEqualTo(range.size());
            assertThat(landscape.redundant()).isEqualTo(expected.redundant());
            assertThat(landscape.synergistic()).isEqualTo(expected.synergistic());
            assertThat(landscape.mean()).isCloseTo(expected.mean(), within(ACCURACY));
            long[] ranks = landscape.mostSynergistic().sortedRanks();
            assertThat(ranks[0] - range.from()).isEqualTo(expected.lowest(1)[0]);
            // Once more behind itself: the same counts, with rankings that are full.
            assertThat(sizes.scan(range, landscape).total()).isEqualTo(range.size());
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void sizesAreOneLineEach(String backend) {
        Map<String, Object> line =
                ScanSizes.measure(Backends.open(backend), Inputs.correlations(20), 3, "plain", 0.001);

        assertThat(line).containsEntry("benchmark", "ScanSizes.oinfo");
        assertThat(line.get("params"))
                .isEqualTo(Map.of(
                        "size", "3:20", "mode", "plain", "backend", backend, "range", "whole", "nplets", "1140"));
        assertThat(line.get("low"))
                .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                .isPositive();
    }

    static MeasuresBenchmark.Batch batch(int k) {
        MeasuresBenchmark.Batch batch = new MeasuresBenchmark.Batch();
        batch.k = k;
        batch.draw();
        return batch;
    }

    private static ScanBenchmark.Problem problem(String size) {
        ScanBenchmark.Problem problem = new ScanBenchmark.Problem();
        problem.size = size;
        problem.make();
        return problem;
    }

    static void assertMeasures(MeasuresBenchmark.Batch batch, Supplier<double[]> benchmark) {
        double[] values = benchmark.get();
        int[] nplet = new int[batch.k];
        // Every 16th: the definition takes k+1 decompositions each.
        for (int i = 0; i < MeasuresBenchmark.BATCH; i += 16) {
            System.arraycopy(batch.nplets, i * batch.k, nplet, 0, batch.k);
            double[] expected = Definition.measures(batch.r, nplet);
            for (int v = 0; v < MeasuresKernel.VALUES; v++) {
                assertThat(values[i * MeasuresKernel.VALUES + v])
                        .as("value %d of n-plet %s", v, Inputs.text(batch.nplets, i, batch.k))
                        .isCloseTo(expected[v], within(ACCURACY * (1 + expected[3])));
            }
        }
    }

    private static void assertExtremes(Extremes extremes, Reference expected) {
        assertThat(extremes.redundant()).isEqualTo(expected.redundant());
        assertThat(extremes.synergistic()).isEqualTo(expected.synergistic());
        assertThat(extremes.balanced()).isEqualTo(expected.balanced());
        assertThat(extremes.sum() / expected.size()).isCloseTo(expected.mean(), within(ACCURACY));
        assertThat(extremes.lowestRank()).isEqualTo(expected.lowest(1)[0]);
        assertThat(extremes.highestRank()).isEqualTo(expected.highest(1)[0]);
        assertThat(extremes.lowest()).isCloseTo(expected.omega(extremes.lowestRank()), within(ACCURACY));
        assertThat(extremes.highest()).isCloseTo(expected.omega(extremes.highestRank()), within(ACCURACY));
    }

    @Test
    void referenceStepsInTheOrderOfRanks() {
        int[] nplet = new int[4];
        Combinations combinations = new Combinations(25, 4);
        combinations.unrank(1234, nplet);
        Reference reference = Reference.of(Inputs.correlations(25), 4);

        assertThat(reference.omega(1234)).isEqualTo(Definition.measures(Inputs.correlations(25), nplet)[2]);
    }
}
