package org.oinfo.search.greedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.CountingBackend;
import org.oinfo.Fixture;
import org.oinfo.OInformation;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.scan.ForwardingScorer;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.Nplets;

class GreedySearchTest {
    private static final double NATS = Math.log(2);

    static GreedySettings settings(int start, int starts, int beam, int max, Ends ends) {
        return new GreedySettings(start, starts, beam, max, ends, 0);
    }

    static GreedyResult run(CorrelationMatrix r, GreedySettings settings) {
        return new GreedySearch(scores(r), settings).run(2, Monitor.NONE);
    }

    static Scorer scores(CorrelationMatrix r) {
        return Scorer.gaussian(Backends.open(Backends.AUTO), r);
    }

    @Test
    void theFixtureTakesTheKnownPaths() {
        Scorer scores = OInformation.ofSamples(Fixture.samples()).scorer();
        GreedyResult result = new GreedySearch(scores, settings(3, 1, 1, 6, Ends.BOTH)).run(2, Monitor.NONE);
        assertThat(result.partial()).isFalse();
        assertPath(
                result.best(Ends.SYNERGISTIC).orElseThrow(),
                new int[] {-1, 5, 4, 3},
                -1.1556035184,
                -1.1634759999,
                -1.1528945581,
                -0.3251321188);
        assertPath(
                result.best(Ends.REDUNDANT).orElseThrow(),
                new int[] {-1, 2, 0, 1},
                0.8204101867,
                0.8247578325,
                0.8310840615,
                -0.3251321188);
        // Both run past their optimum.
        assertThat(result.paths().getFirst().best().found().nplet()).containsExactly(0, 1, 2, 5);
        assertThat(result.paths().getLast().best().found().nplet()).containsExactly(0, 2, 3, 4, 5);
    }

    private static void assertPath(GreedyPath path, int[] added, double... bits) {
        assertThat(path.steps().stream().mapToInt(GreedyStep::added)).containsExactly(unboxed(added));
        for (int i = 0; i < bits.length; i++) {
            assertThat(path.steps().get(i).found().o() / NATS).isCloseTo(bits[i], within(1e-10));
        }
    }

    private static Integer[] unboxed(int[] values) {
        return Arrays.stream(values).boxed().toArray(Integer[]::new);
    }

    @Test
    void correctedMeasuresAreRawOnesLessTheBiasOfTheirOrder() {
        Scorer scores = OInformation.ofSamples(Fixture.samples()).scorer();
        GreedyResult raw = new GreedySearch(scores, settings(3, 1, 1, 6, Ends.BOTH)).run(1, Monitor.NONE);
        GreedyResult corrected =
                new GreedySearch(scores, new GreedySettings(3, 1, 1, 6, Ends.BOTH, 200)).run(1, Monitor.NONE);
        for (int p = 0; p < 2; p++) {
            for (int i = 0; i < 4; i++) {
                FoundNplet a = raw.paths().get(p).steps().get(i).found();
                FoundNplet b = corrected.paths().get(p).steps().get(i).found();
                BiasCorrection bias = new BiasCorrection(a.order(), 200);
                assertThat(b.nplet()).isEqualTo(a.nplet());
                assertThat(b.o()).isEqualTo(a.o() - bias.o());
                assertThat(b.tc()).isEqualTo(a.tc() - bias.tc());
                assertThat(b.dtc()).isEqualTo(a.dtc() - bias.dtc());
                assertThat(b.s()).isEqualTo(a.s() - bias.s());
            }
        }
        FoundNplet six = corrected.paths().getFirst().steps().getLast().found();
        assertThat(six.o() / NATS).isCloseTo(-0.3247546239, within(1e-10));
        assertThat(six.tc() / NATS).isCloseTo(4.3842974562, within(1e-10));
    }

    @Test
    void biasCorrectionMovesTheBestOrderOfAPath() {
        // Independent variables, few samples: raw Omega falls with every order and its expectation is 0.
        Random random = new Random(2);
        double[][] x = new double[16][12];
        for (double[] row : x) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        Scorer scores = OInformation.ofSamples(x).scorer();
        assertThat(bestOrders(scores, 0)).containsExactly(12, 7);
        assertThat(bestOrders(scores, 16)).containsExactly(6, 10);
    }

    private static IntStream bestOrders(Scorer scores, int biasSamples) {
        return new GreedySearch(scores, new GreedySettings(3, 1, 1, 12, Ends.BOTH, biasSamples))
                .run(1, Monitor.NONE).paths().stream()
                        .mapToInt(path -> path.best().found().order());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,4"})
    void anyNumberOfThreadsAndAnyBackendGivesTheSameBits(int beam, int starts) {
        CorrelationMatrix r = TestMatrices.measured(40, 5);
        GreedySettings settings = settings(3, starts, beam, 25, Ends.BOTH);
        List<GreedyPath> one =
                new GreedySearch(scores(r), settings).run(1, Monitor.NONE).paths();
        for (String backend : List.of("auto", "scalar")) {
            for (int threads = 2; threads <= 3; threads++) {
                Scorer scores = Scorer.gaussian(Backends.open(backend), r);
                assertSame(
                        new GreedySearch(scores, settings)
                                .run(threads, Monitor.NONE)
                                .paths(),
                        one);
            }
        }
    }

    static void assertSame(List<GreedyPath> paths, List<GreedyPath> expected) {
        assertThat(paths).hasSameSizeAs(expected);
        for (int i = 0; i < paths.size(); i++) {
            assertThat(paths.get(i).end()).isEqualTo(expected.get(i).end());
            assertThat(paths.get(i).start()).isEqualTo(expected.get(i).start());
            assertThat(paths.get(i).steps()).isEqualTo(expected.get(i).steps());
            assertThat(paths.get(i).singular()).isEqualTo(expected.get(i).singular());
        }
    }

    @Test
    void scoresThatAreNoCorrelationsTakeTheSamePaths() {
        for (CorrelationMatrix r : List.of(
                TestMatrices.measured(30, 6), TestMatrices.duplicate(20, 3), TestMatrices.equicorrelated(12, .5))) {
            GreedySettings settings = settings(3, 3, 2, 15 > r.variables() ? r.variables() : 15, Ends.BOTH);
            List<GreedyPath> swept = run(r, settings).paths();
            List<GreedyPath> batched = new GreedySearch(new ForwardingScorer(scores(r)), settings)
                    .run(2, Monitor.NONE)
                    .paths();
            assertSame(batched, swept);
        }
    }

    @Test
    void theKernelsThatGrowAnyScoresAreClosed() {
        for (CountingBackend backend :
                List.of(CountingBackend.sound(), CountingBackend.failingAtCall(9), CountingBackend.failingToOpen(3))) {
            Scorer scores = new ForwardingScorer(Scorer.gaussian(backend, TestMatrices.measured(30, 6)));
            try {
                new GreedySearch(scores, settings(3, 3, 2, 8, Ends.BOTH)).run(2, Monitor.NONE);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage(CountingBackend.FAILURE);
            }
            assertThat(backend.opened()).isPositive();
            assertThat(backend.open()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .5, -.05})
    void tiesGoToTheSmallestVariables(double rho) {
        CorrelationMatrix r = TestMatrices.equicorrelated(14, rho);
        GreedyResult result = run(r, settings(3, 2, 1, 14, Ends.BOTH));
        for (GreedyPath path : result.paths()) {
            int[] start = path.steps().getFirst().found().nplet();
            assertThat(start).containsExactly(path.start() == 0 ? new int[] {0, 1, 2} : new int[] {0, 1, 3});
            int[] rest = Nplets.others(start, 14);
            for (int i = 1; i < path.steps().size(); i++) {
                assertThat(path.steps().get(i).added()).isEqualTo(rest[i - 1]);
            }
            double n10 = path.steps().get(7).found().o();
            if (rho == .5) {
                assertThat(n10).isCloseTo(1.5443915290, within(1e-10));
            } else if (rho == 0) {
                assertThat(n10).isZero();
                // All orders tie: the smallest is the best.
                assertThat(path.best().found().order()).isEqualTo(3);
            } else {
                assertThat(n10).isCloseTo(-0.0323805409, within(1e-10));
            }
        }
    }

    @Test
    void singularCandidatesAreCountedNamedAndNeverChosen() {
        CorrelationMatrix r = TestMatrices.duplicate(12, 9);
        GreedyResult result = run(r, settings(3, 4, 1, 12, Ends.BOTH));
        for (GreedyPath path : result.paths()) {
            // Only one of the two equal variables can be there.
            assertThat(path.steps()).hasSize(9);
            assertThat(path.steps().getLast().found().nplet()).hasSize(11);
            assertThat(path.singular()).isPositive();
            assertThat(path.singularVariables()).hasSize(1);
            assertThat(path.singularVariables()[0]).isLessThan(2);
            path.steps().forEach(step -> assertThat(step.found().singular()).isFalse());
        }
        assertThat(result.partial()).isFalse();
        assertThat(result.singular())
                .isEqualTo(
                        result.paths().stream().mapToLong(GreedyPath::singular).sum());
        assertThat(Arrays.stream(result.singularVariables())).isSubsetOf(0, 1);
    }

    /** Nine independent triplets: lambda lambda' with unit diagonal, and theta between the last two. */
    @ParameterizedTest
    @CsvSource({"0.22, REDUNDANT", "-0.39, SYNERGISTIC"})
    void nineIndependentTripletsAreTheNineStarts(double theta, Ends end) {
        long seed = 31;
        CorrelationMatrix r = nineTriplets(theta, 2000, seed);
        GreedyResult result = run(r, settings(3, 9, 1, 6, end));
        List<int[]> starts =
                end.redundant() ? result.starts().redundant() : result.starts().synergistic();
        List<int[]> triplets = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            triplets.add(new int[] {3 * i, 3 * i + 1, 3 * i + 2});
        }
        assertThat(starts).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(triplets);
        assertThat(result.paths()).hasSize(9);
        for (GreedyPath path : result.paths()) {
            double truth = end.redundant() ? .1750332658 : -.5804997324;
            assertThat(path.steps().getFirst().found().o()).isCloseTo(truth, within(.06));
            assertThat(path.best().found().nplet()).contains(starts.get(path.start()));
        }
    }

    private static CorrelationMatrix nineTriplets(double theta, int samples, long seed) {
        double ab = Math.sqrt(.99 * .7);
        double ac = Math.sqrt(.99 * .3);
        double bc = Math.sqrt(.7 * .3) + theta;
        double c1 = (bc - ab * ac) / Math.sqrt(1 - ab * ab);
        double c2 = Math.sqrt(1 - ac * ac - c1 * c1);
        Random random = new Random(seed);
        double[][] x = new double[27][samples];
        for (int t = 0; t < samples; t++) {
            for (int i = 0; i < 27; i += 3) {
                double u = random.nextGaussian();
                double v = random.nextGaussian();
                x[i][t] = u;
                x[i + 1][t] = ab * u + Math.sqrt(1 - ab * ab) * v;
                x[i + 2][t] = ac * u + c1 * v + c2 * random.nextGaussian();
            }
        }
        return TestMatrices.correlations(x);
    }

    @Test
    void theMonitorHearsOfEveryCandidateAndStopsBetweenSteps() {
        Scorer scores = scores(TestMatrices.measured(30, 2));
        GreedySearch search = new GreedySearch(scores, settings(3, 3, 1, 20, Ends.BOTH));
        AtomicLong done = new AtomicLong();
        ProgressSteps nplets = new ProgressSteps();
        Monitor count = progress -> {
            done.addAndGet(nplets.since(progress));
            return true;
        };
        assertThat(search.run(2, count).partial()).isFalse();
        assertThat(done).hasValue(search.work());

        AtomicLong steps = new AtomicLong();
        Monitor after3 = progress -> {
            steps.addAndGet(nplets.since(progress) > 0 && progress.order() > 3 ? 1 : 0);
            return steps.get() < 3;
        };
        GreedyResult stopped = search.run(1, after3);
        assertThat(stopped.partial()).isTrue();
        assertThat(stopped.paths()).hasSize(1);
        assertThat(stopped.paths().getFirst().steps()).hasSize(4);

        Monitor atOnce = progress -> false;
        GreedyResult nothing = search.run(2, atOnce);
        assertThat(nothing.partial()).isTrue();
        assertThat(nothing.best(Ends.SYNERGISTIC)).isEmpty();
    }

    @Test
    void aSingularStartIsRefused() {
        Scorer scores = scores(TestMatrices.duplicate(5, 1));
        GreedyStarts given = new GreedyStarts(List.of(new int[] {0, 1, 2}), List.of(), false, 0);
        assertThatThrownBy(() -> new GreedySearch(scores, GreedySettings.upTo(5)).grow(given, 1, Monitor.NONE))
                .hasMessage("a start must not be singular: [0, 1, 2]");
    }
}
