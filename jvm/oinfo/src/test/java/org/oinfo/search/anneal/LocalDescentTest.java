package org.oinfo.search.anneal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;

class LocalDescentTest {
    private static final int N = 12;

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6, 11})
    void descentIsThatOfTheDefinition(int order) {
        long seed = 40L + order;
        CorrelationMatrix r = TestSystems.noisyFactors(N, 3, 40, seed);
        List<int[]> starts = randomNplets(order, 6, seed);
        DescentResult result = run(scalar(r), DescentSettings.swaps(Ends.BOTH), starts, 1);
        for (int i = 0; i < starts.size(); i++) {
            assertDescent(
                    r, starts.get(i), 1, order, order, result.synergistic().get(i), seed);
            assertDescent(r, starts.get(i), -1, order, order, result.redundant().get(i), seed);
        }
    }

    @Test
    void withARangeOfOrdersMembersComeAndGo() {
        long seed = 77;
        CorrelationMatrix r = TestSystems.noisyFactors(N, 3, 40, seed);
        List<int[]> starts = randomNplets(4, 8, seed);
        DescentResult result = run(scalar(r), new DescentSettings(Ends.BOTH, 3, 6, 0), starts, 1);
        for (int i = 0; i < starts.size(); i++) {
            assertDescent(r, starts.get(i), 1, 3, 6, result.synergistic().get(i), seed);
            assertDescent(r, starts.get(i), -1, 3, 6, result.redundant().get(i), seed);
        }
        assertThat(result.synergistic()).anyMatch(descent -> descent.nplet().length != 4);
    }

    @Test
    void neitherThreadsNorBackendChangeABit() {
        CorrelationMatrix r = TestSystems.noisyFactors(20, 3, 60, 9);
        List<int[]> starts = randomNplets(5, 12, 9);
        DescentSettings settings = new DescentSettings(Ends.BOTH, 4, 6, 60);
        DescentResult one = run(scalar(r), settings, starts, 1);
        for (int threads = 2; threads <= 3; threads++) {
            assertThat(run(scalar(r), settings, starts, threads))
                    .usingRecursiveComparison()
                    .isEqualTo(one);
        }
        assertThat(run(Scorer.gaussian(Backends.open("auto"), r), settings, starts, 2))
                .usingRecursiveComparison()
                .isEqualTo(one);
    }

    @Test
    void whereAllTieNothingMoves() {
        for (CorrelationMatrix r : List.of(TestSystems.equicorrelated(N, 0), TestSystems.equicorrelated(N, 0.3))) {
            List<int[]> starts = randomNplets(5, 3, 1);
            for (Descent descent :
                    run(scalar(r), DescentSettings.swaps(Ends.BOTH), starts, 1).redundant()) {
                assertThat(descent.nplet()).isEqualTo(descent.start());
                assertThat(descent.steps()).isZero();
                assertThat(descent.certified()).isTrue();
            }
        }
    }

    @Test
    void ofEqualNeighboursTheFirstInLexicographicOrderIsTaken() {
        // Omega adds over the two alike triplets: {0,1,2}+3, {0,1,2}+4, 0+{3,4,5} and 1+{3,4,5} tie.
        CorrelationMatrix r = TestSystems.triplets(2, 0.22);
        Descent descent = run(scalar(r), DescentSettings.swaps(Ends.REDUNDANT), List.of(new int[] {0, 1, 3, 4}), 1)
                .redundant()
                .getFirst();
        assertThat(descent.nplet()).isEqualTo(new int[] {0, 1, 2, 3});
        assertThat(descent.steps()).isEqualTo(1);
        assertThat(descent.certified()).isTrue();
        assertThat(descent.o()).isCloseTo(0.1750332658, within(1e-10));
    }

    @Test
    void aSingularNpletIsLeft() {
        CorrelationMatrix r = TestMatrices.duplicate(N, 3);
        Descent descent = run(scalar(r), DescentSettings.swaps(Ends.SYNERGISTIC), List.of(new int[] {0, 1, 5}), 1)
                .synergistic()
                .getFirst();
        assertThat(descent.certified()).isTrue();
        assertThat(descent.steps()).isPositive();
        assertThat(descent.o()).isFinite();
    }

    @Test
    void amongSingularNpletsNothingIsCertified() {
        Descent descent = run(
                        scalar(TestSystems.equicorrelated(5, 1)),
                        DescentSettings.swaps(Ends.SYNERGISTIC),
                        List.of(new int[] {0, 1, 4}),
                        1)
                .synergistic()
                .getFirst();
        assertThat(descent.certified()).isFalse();
        assertThat(descent.nplet()).isEqualTo(new int[] {0, 1, 4});
        assertThat(descent.o()).isNaN();
    }

    @Test
    void whatIsStoppedStaysWhereItIs() {
        CorrelationMatrix r = TestSystems.noisyFactors(N, 3, 40, 2);
        List<int[]> starts = randomNplets(4, 5, 2);
        Monitor stop = progress -> false;
        DescentResult result = new LocalDescent(scalar(r), DescentSettings.swaps(Ends.REDUNDANT), starts).run(2, stop);
        assertThat(result.synergistic()).isEmpty();
        assertThat(result.redundant()).hasSize(5).allSatisfy(descent -> {
            assertThat(descent.certified()).isFalse();
            assertThat(descent.nplet()).isEqualTo(descent.start());
            assertThat(descent.o()).isCloseTo(Defined.omega(r, descent.nplet()), within(1e-12));
        });
    }

    @Test
    void nothingGivenNothingFound() {
        DescentResult result =
                run(scalar(TestSystems.equicorrelated(4, 0.1)), DescentSettings.swaps(Ends.BOTH), List.of(), 1);
        assertThat(result.synergistic()).isEmpty();
        assertThat(result.redundant()).isEmpty();
    }

    private static DescentResult run(Scorer scores, DescentSettings settings, List<int[]> starts, int threads) {
        return new LocalDescent(scores, settings, starts).run(threads, Monitor.NONE);
    }

    private static Scorer scalar(CorrelationMatrix r) {
        return Scorer.gaussian(Backends.open("scalar"), r);
    }

    /** Descends once more by the definition, to the best neighbour each time, and compares. */
    private static void assertDescent(
            CorrelationMatrix r, int[] start, int sign, int smallest, int largest, Descent found, long seed) {
        int[] here = start;
        int steps = 0;
        for (int[] next = better(r, here, sign, smallest, largest);
                next != null;
                next = better(r, here, sign, smallest, largest)) {
            here = next;
            steps++;
        }
        String run = "seed=" + seed + ", start=" + Arrays.toString(start) + ", sign=" + sign;
        assertThat(found.start()).as(run).isEqualTo(start);
        assertThat(found.nplet()).as(run).isEqualTo(here);
        assertThat(found.steps()).as(run).isEqualTo(steps);
        assertThat(found.certified()).as(run).isTrue();
        assertThat(found.o()).as(run).isCloseTo(Defined.omega(r, here), within(1e-11));
        assertThat(sign * found.o()).as(run).isLessThanOrEqualTo(sign * Defined.omega(r, start) + 1e-11);
    }

    private static int @Nullable [] better(CorrelationMatrix r, int[] here, int sign, int smallest, int largest) {
        double least = sign * Defined.omega(r, here) - 1e-10;
        int[] best = null;
        for (int[] neighbour : neighbours(r.variables(), here, smallest, largest)) {
            double value = sign * Defined.omega(r, neighbour);
            if (value < least) {
                least = value;
                best = neighbour;
            }
        }
        return best;
    }

    private static List<int[]> neighbours(int variables, int[] nplet, int smallest, int largest) {
        List<int[]> neighbours = new ArrayList<>();
        for (int subset = 0; subset < 1 << variables; subset++) {
            int size = Integer.bitCount(subset);
            int bits = subset;
            int common =
                    (int) Arrays.stream(nplet).filter(i -> (bits >> i & 1) == 1).count();
            int lost = nplet.length - common;
            int gained = size - common;
            if (size >= smallest && size <= largest && lost <= 1 && gained <= 1 && lost + gained > 0) {
                neighbours.add(IntStream.range(0, variables)
                        .filter(i -> (bits >> i & 1) == 1)
                        .toArray());
            }
        }
        return neighbours;
    }

    private static List<int[]> randomNplets(int order, int count, long seed) {
        Random random = new Random(seed);
        List<int[]> nplets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nplets.add(random.ints(0, N).distinct().limit(order).sorted().toArray());
        }
        return nplets;
    }
}
