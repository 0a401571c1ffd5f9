package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.bench.peers.Extremes;
import org.oinfo.estimate.Estimator;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;

/** Runs every benchmark method once and compares its answer with the definition by Commons Math. */
class AnswersTest {
    /** Every value of a measures benchmark, and every extreme of a scan: 1e-12 (1 + S), as the kernels promise. */
    private static final double ACCURACY = 1e-12;

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
                .flatMap(size -> backends().stream()
                        .flatMap(b -> Stream.of(Level.values()).map(level -> Arguments.of(size, b, level))));
    }

    @ParameterizedTest
    @MethodSource("ordersAndBackends")
    void measuresOfTheLibrary(int k, String backend) {
        MeasuresBenchmark.Batch batch = batch(k);
        MeasuresBenchmark.Oinfo oinfo = new MeasuresBenchmark.Oinfo();
        oinfo.backend = backend;
        oinfo.open(batch);

        assertMeasures(batch, () -> new MeasuresBenchmark().oinfo(batch, oinfo));
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
    }

    @ParameterizedTest
    @MethodSource("scans")
    void scanOfTheLibrary(String size, String backend, Level level) {
        ScanBenchmark.Problem problem = problem(size);
        ScanBenchmark.Oinfo oinfo = new ScanBenchmark.Oinfo();
        oinfo.backend = backend;
        oinfo.level = level;
        oinfo.open(problem);
        ScanBenchmark.Counter counter = new ScanBenchmark.Counter();

        Landscape landscape = new ScanBenchmark().oinfo(problem, oinfo, counter);

        Reference expected = Reference.of(problem.r, problem.order);
        assertThat(counter.nplets).isEqualTo(problem.total);
        assertThat(landscape.total()).isEqualTo(problem.total);
        if (level.counts()) {
            assertThat(landscape.redundant()).isEqualTo(expected.redundant());
            assertThat(landscape.synergistic()).isEqualTo(expected.synergistic());
            assertThat(landscape.balanced()).isEqualTo(expected.balanced());
            assertThat(landscape.singular()).isZero();
            assertThat(landscape.mean()).isCloseTo(expected.mean(), within(ACCURACY));
        }
        assertThat(landscape.mostSynergistic().sortedRanks()).isEqualTo(expected.lowest(ScanBenchmark.TOP));
        assertThat(landscape.mostRedundant().sortedRanks()).isEqualTo(expected.highest(ScanBenchmark.TOP));
        if (level.distribution()) {
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
        assertThat(landscape.mostSynergistic().sortedRanks()).isEqualTo(expected.lowest(ScanBenchmark.TOP));
    }

    @ParameterizedTest
    @EnumSource
    void estimates(Estimator estimator) {
        EstimateBenchmark.Data data = new EstimateBenchmark.Data();
        data.samples = "300x7";
        data.estimator = estimator;
        data.draw();
        EstimateBenchmark.Oinfo oinfo = new EstimateBenchmark.Oinfo();
        oinfo.open(data);
        EstimateBenchmark.Blas blas = new EstimateBenchmark.Blas();
        blas.open(data);

        double[] ours = new EstimateBenchmark().oinfo(oinfo).matrix().array();
        double[] peers = new EstimateBenchmark().blas(data, blas);

        double[] expected = Definition.correlations(data.x, data.variables, estimator == Estimator.COPULA);
        // 300 samples, correlations of order 1: rounding of sums of 300 products.
        assertThat(ours).containsExactly(expected, within(1e-13));
        assertThat(peers).containsExactly(expected, within(1e-13));
    }

    @Test
    void peakIsTheClosedForm() {
        PeakBenchmark.Flops counter = new PeakBenchmark.Flops();

        double sum = new PeakBenchmark().fma(counter);

        // 10,000 roundings of values near 1 to 11 in each of up to 96 lanes.
        assertThat(sum).isCloseTo(PeakBenchmark.expected(), within(1e-8));
        assertThat(counter.flops)
                .isEqualTo(2L
                        * PeakBenchmark.ACCUMULATORS
                        * PeakBenchmark.STEPS
                        * DoubleVector.SPECIES_PREFERRED.length());
    }

    @Test
    void aBackendThatIsNotHereFails() {
        MeasuresBenchmark.Oinfo oinfo = new MeasuresBenchmark.Oinfo();
        oinfo.backend = "abacus";

        assertThatThrownBy(() -> oinfo.open(batch(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": backend=abacus");
    }

    private static MeasuresBenchmark.Batch batch(int k) {
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

    private static void assertMeasures(MeasuresBenchmark.Batch batch, Supplier<double[]> benchmark) {
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
