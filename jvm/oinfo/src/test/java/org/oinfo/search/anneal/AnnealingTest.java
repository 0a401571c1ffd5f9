package org.oinfo.search.anneal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.Measure;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;

class AnnealingTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void ofFewVariablesTheExtremesAreFound(int system) {
        int order = 3 + system % 4;
        CorrelationMatrix r = TestSystems.noisyFactors(11, 2 + system % 3, 60, system);
        AnnealResult found = run(r, AnnealSettings.of(order).withChains(24, 10, 0));
        double[] extremes = extremes(r, order, order, 0);
        assertThat(found.synergistic().getFirst().o()).as("system %d", system).isCloseTo(extremes[0], within(1e-11));
        assertThat(found.redundant().getFirst().o()).as("system %d", system).isCloseTo(extremes[1], within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void ofARangeOfOrdersTheExtremesAreFound(int biasSamples) {
        CorrelationMatrix r = TestSystems.noisyFactors(10, 3, 50, 4);
        AnnealResult found =
                run(r, AnnealSettings.of(3, 7).withChains(32, 20, 0).withBiasSamples(biasSamples));
        double[] extremes = extremes(r, 3, 7, biasSamples);
        assertThat(found.synergistic().getFirst().o()).isCloseTo(extremes[0], within(1e-11));
        assertThat(found.redundant().getFirst().o()).isCloseTo(extremes[1], within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"0.22, false, 0.1750332658", "-0.39, true, -0.5804997324"})
    void allNinePlantedTripletsAreFound(double theta, boolean synergy, double planted) {
        CorrelationMatrix r = TestSystems.correlations(TestSystems.tripletSamples(9, theta, 2000, 1));
        AnnealResult found = run(r, AnnealSettings.of(3));
        List<Optimum> end = synergy ? found.synergistic() : found.redundant();
        assertThat(end.subList(0, 9))
                .extracting(optimum -> optimum.nplet()[0])
                .containsExactlyInAnyOrder(0, 3, 6, 9, 12, 15, 18, 21, 24);
        assertThat(end.subList(0, 9)).allSatisfy(optimum -> {
            int first = optimum.nplet()[0];
            assertThat(optimum.nplet()).isEqualTo(new int[] {first, first + 1, first + 2});
            // The deviation over 2000 samples is about 0.02.
            assertThat(optimum.o()).isCloseTo(planted, within(0.1));
            assertThat(optimum.certified()).isTrue();
        });
    }

    @Test
    void threadsAndGroupsChangeNoBit() {
        CorrelationMatrix r = TestSystems.noisyFactors(20, 4, 60, 5);
        AnnealSettings settings =
                AnnealSettings.of(3, 6).withChains(600, 2, 1).withSeed(3).withTop(50);
        AnnealResult one = new Annealing(scores(r), settings).run(1, Monitor.NONE);
        for (int threads = 2; threads <= 3; threads++) {
            assertThat(new Annealing(scores(r), settings).run(threads, Monitor.NONE))
                    .usingRecursiveComparison()
                    .isEqualTo(one);
        }
        assertThat(one.runs()).isEqualTo(2400);
        // An end alone is found as it is found beside the other.
        AnnealResult redundant = new Annealing(scores(r), settings.withEnds(Ends.REDUNDANT)).run(2, Monitor.NONE);
        assertThat(redundant.redundant()).usingRecursiveComparison().isEqualTo(one.redundant());
        assertThat(redundant.synergistic()).isEmpty();
    }

    @Test
    void optimaAreSortedAndEachRunEndsAtOne() {
        CorrelationMatrix r = TestSystems.noisyFactors(16, 4, 40, 8);
        AnnealResult found = run(r, AnnealSettings.of(5).withChains(40, 3, 2).withTop(1000));
        assertThat(found.runs()).isEqualTo(240);
        assertThat(found.partial()).isFalse();
        for (List<Optimum> end : List.of(found.synergistic(), found.redundant())) {
            assertThat(end.stream().mapToInt(Optimum::runs).sum()).isEqualTo(120);
            assertThat(end)
                    .extracting(optimum -> Arrays.toString(optimum.nplet()))
                    .doesNotHaveDuplicates();
            assertThat(end).allMatch(Optimum::certified);
        }
        assertThat(found.synergistic()).extracting(Optimum::o).isSorted();
        assertThat(found.redundant()).extracting(optimum -> -optimum.o()).isSorted();
        assertThat(run(r, AnnealSettings.of(5).withChains(40, 3, 2).withTop(2)).redundant())
                .usingRecursiveComparison()
                .isEqualTo(found.redundant().subList(0, 2));
    }

    @Test
    void thereIsOneNpletOfAllVariables() {
        CorrelationMatrix r = TestSystems.noisyFactors(6, 2, 40, 3);
        AnnealResult found = run(r, AnnealSettings.of(6).withChains(5, 30, 0));
        assertThat(found.redundant()).hasSize(1).first().satisfies(optimum -> {
            assertThat(optimum.nplet()).isEqualTo(new int[] {0, 1, 2, 3, 4, 5});
            assertThat(optimum.runs()).isEqualTo(5);
            assertThat(optimum.certified()).isTrue();
            assertThat(optimum.o()).isCloseTo(Defined.omega(r, 0, 1, 2, 3, 4, 5), within(1e-12));
        });
        assertThat(found.scored()).isEqualTo(10);
        assertThat(found.temperature()).isZero();
    }

    @Test
    void oneVariableOutsideIsEnough() {
        CorrelationMatrix r = TestSystems.noisyFactors(7, 2, 40, 3);
        AnnealResult found = run(r, AnnealSettings.of(6).withChains(5, 30, 0));
        double[] extremes = extremes(r, 6, 6, 0);
        assertThat(found.synergistic().getFirst().o()).isCloseTo(extremes[0], within(1e-11));
        assertThat(found.redundant().getFirst().o()).isCloseTo(extremes[1], within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void whereAllTieChainsFreeze(double rho) {
        AnnealResult found =
                run(TestSystems.equicorrelated(9, rho), AnnealSettings.of(4).withChains(7, 30, 0));
        assertThat(found.frozen()).isEqualTo(14);
        assertThat(found.synergistic()).isNotEmpty().allMatch(Optimum::certified);
        // All have the same key: the order is that of the n-plets.
        assertThat(found.redundant()).extracting(Optimum::nplet).isSortedAccordingTo(Arrays::compare);
    }

    @Test
    void singularProposalsAreCountedAndNeverAccepted() {
        AnnealResult found = run(
                TestMatrices.duplicate(8, 3),
                AnnealSettings.of(4).withChains(20, 10, 0).withTop(100));
        assertThat(found.singular()).isPositive();
        assertThat(found.startless()).isZero();
        for (List<Optimum> end : List.of(found.synergistic(), found.redundant())) {
            assertThat(end).noneMatch(optimum -> optimum.nplet()[0] == 0 && optimum.nplet()[1] == 1);
            assertThat(end).allMatch(optimum -> Double.isFinite(optimum.o()) && optimum.certified());
        }
    }

    @Test
    void whereEverythingIsSingularNothingIsFound() {
        AnnealResult found =
                run(TestSystems.equicorrelated(6, 1), AnnealSettings.of(3).withChains(4, 10, 1));
        assertThat(found.synergistic()).isEmpty();
        assertThat(found.redundant()).isEmpty();
        assertThat(found.startless()).isEqualTo(16);
        assertThat(found.runs()).isEqualTo(16);
        assertThat(found.singular()).isEqualTo(found.scored());
        assertThat(found.partial()).isFalse();
    }

    @Test
    void aCancelledSearchKeepsWhatItHasFound() {
        AtomicLong done = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        Monitor soon = progress -> {
            done.addAndGet(steps.since(progress));
            return done.get() < 2000;
        };
        CorrelationMatrix r = TestSystems.noisyFactors(30, 4, 60, 5);
        AnnealResult found = new Annealing(scores(r), AnnealSettings.of(6)).run(2, soon);
        assertThat(found.partial()).isTrue();
        assertThat(found.runs()).isLessThan(512);
        assertThat(found.scored()).isEqualTo(done.get());
        assertThat(found.synergistic()).isNotEmpty().noneMatch(Optimum::certified);
    }

    @Test
    void stepsAllocateNothing() {
        CorrelationMatrix r = TestSystems.noisyFactors(30, 4, 60, 5);
        AnnealSettings settings = AnnealSettings.of(6).withEnds(Ends.SYNERGISTIC);
        NpletScore canonical = scores(r).canonical();
        ProposalBatch[] batches = {new ProposalBatch(scores(r), 6, 64, new WorkerResources())};
        Objective objective = Objective.of(Measure.O, Ends.SYNERGISTIC, 6, 0).getFirst();
        long[] streams = IntStream.range(0, 64).asLongStream().toArray();
        ChainGroup group = new ChainGroup(settings, objective, 30, batches, Long.MAX_VALUE, streams);
        ChainResults results = new ChainResults(6);
        AtomicLong rounds = new AtomicLong();
        // Asked before a round, and told after it.
        group.run(results, new Watch(progress -> rounds.incrementAndGet() < 20), canonical);
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        group.run(results, new Watch(progress -> rounds.incrementAndGet() < 120), canonical);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        // 40 or more rounds of some 24 steps of 64 chains; what the chains have found is copied once.
        assertThat(bytes).isLessThan(40_000);
        assertThat(results.scored()).isGreaterThan(50_000);
    }

    private static AnnealResult run(CorrelationMatrix r, AnnealSettings settings) {
        return new Annealing(scores(r), settings).run(1, Monitor.NONE);
    }

    private static Scorer scores(CorrelationMatrix r) {
        return Scorer.gaussian(Backends.open("scalar"), r);
    }

    /** The smallest and the largest Omega of all n-plets of some orders, by the definition, less the bias. */
    private static double[] extremes(CorrelationMatrix r, int smallest, int largest, int biasSamples) {
        List<Double> omegas = new ArrayList<>();
        for (int subset = 0; subset < 1 << r.variables(); subset++) {
            int order = Integer.bitCount(subset);
            if (order >= smallest && order <= largest) {
                int bits = subset;
                int[] nplet = IntStream.range(0, r.variables())
                        .filter(i -> (bits >> i & 1) == 1)
                        .toArray();
                double bias = biasSamples == 0 ? 0 : new BiasCorrection(order, biasSamples).o();
                omegas.add(Defined.omega(r, nplet) - bias);
            }
        }
        omegas.sort(null);
        return new double[] {omegas.getFirst(), omegas.getLast()};
    }
}
