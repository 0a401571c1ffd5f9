package org.oinfo.search.greedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.WorkerResources;
import org.oinfo.scan.ForwardingScorer;
import org.oinfo.scan.Scorer;
import org.oinfo.scan.TestMatrices;
import org.oinfo.search.Definition;
import org.oinfo.search.Nplets;

class GrowthTest {
    /** The error that {@link Growth#omegas} promises. */
    private static final double PROMISED = 2.5e-11;

    private static Scorer scores(CorrelationMatrix r) {
        return Scorer.gaussian(Backends.open(Backends.AUTO), r);
    }

    private static Growth swept(CorrelationMatrix r) {
        return new SweptGrowth(r, new Canonical(r));
    }

    private static Growth batched(CorrelationMatrix r) {
        return new BatchedGrowth(r.variables(), scores(r).measures());
    }

    private static double[] omegas(Growth growth, int n) {
        double[] out = new double[n];
        growth.omegas(out);
        return out;
    }

    @Test
    void gaussianScoresAreSweptAndOthersBatched() {
        Scorer scores = scores(TestMatrices.factors(5, 1));
        try (WorkerResources resources = new WorkerResources()) {
            assertThat(Growth.of(scores, scores.canonical(), resources)).isInstanceOf(SweptGrowth.class);
            assertThat(Growth.of(new ForwardingScorer(scores), scores.canonical(), resources))
                    .isInstanceOf(BatchedGrowth.class);
        }
    }

    @Test
    void candidatesHaveTheValuesOfTheDefinition() {
        CorrelationMatrix r = TestMatrices.measured(11, 1);
        for (Growth growth : new Growth[] {swept(r), batched(r)}) {
            int[] nplet = {};
            for (int variable : new int[] {7, 2, 9, 0, 5, 10}) {
                growth.add(variable);
                nplet = Definition.with(nplet, variable);
                double[] out = omegas(growth, 11);
                for (int j = 0; j < 11; j++) {
                    if (Arrays.binarySearch(nplet, j) >= 0) {
                        assertThat(out[j]).isNaN();
                    } else {
                        assertThat(out[j]).isCloseTo(Definition.omega(r, Definition.with(nplet, j)), within(1e-12));
                    }
                }
            }
        }
    }

    /** Past 32 and 64 factors exponents are split; with 105 samples of 100 variables conditional variances become small. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void deepStatesStayWithinWhatIsPromised(long seed) {
        int n = 100;
        CorrelationMatrix r = TestMatrices.measured(n, seed);
        Canonical canonical = new Canonical(r);
        Growth growth = swept(r);
        int[] order = IntStream.range(0, n).toArray();
        shuffle(order, new Random(seed));
        int[] nplet = {};
        double worst = 0;
        for (int step = 0; step < n - 1; step++) {
            growth.add(order[step]);
            nplet = Definition.with(nplet, order[step]);
            double[] out = omegas(growth, n);
            for (int i = step + 1; i < n; i++) {
                int[] larger = Definition.with(nplet, order[i]);
                assertThat(canonical.score(larger, 0, larger.length)).isTrue();
                worst = Math.max(worst, Math.abs(out[order[i]] - canonical.o()));
            }
        }
        assertThat(worst).isLessThan(PROMISED);
    }

    private static void shuffle(int[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int v = values[i];
            values[i] = values[j];
            values[j] = v;
        }
    }

    @Test
    void nearlySingularCandidatesAreCanonicalAndSingularOnesAreNone() {
        // Variable 3 is 0 with noise of 1e-3: conditional variance 1e-6, below the guard; 4 is 1 itself.
        Random random = new Random(5);
        double[][] x = new double[6][400];
        for (int t = 0; t < 400; t++) {
            for (int i = 0; i < 6; i++) {
                x[i][t] = random.nextGaussian();
            }
            x[2][t] += x[0][t] + x[1][t];
            x[3][t] = x[0][t] + 1e-3 * x[3][t];
            x[4][t] = x[1][t];
        }
        CorrelationMatrix r = TestMatrices.correlations(x);
        Canonical canonical = new Canonical(r);
        Growth growth = swept(r);
        growth.add(0);
        growth.add(1);
        growth.add(2);
        double[] out = omegas(growth, 6);
        assertThat(canonical.score(new int[] {0, 1, 2, 3}, 0, 4)).isTrue();
        assertThat(out[3]).isEqualTo(canonical.o());
        assertThat(out[4]).isNaN();
        assertThat(out[5]).isFinite();
        growth.add(3);
        out = omegas(growth, 6);
        assertThat(canonical.score(new int[] {0, 1, 2, 3, 5}, 0, 5)).isTrue();
        assertThat(out[5]).isEqualTo(canonical.o());
    }

    @Test
    void aCopyGrowsByItself() {
        CorrelationMatrix r = TestMatrices.measured(9, 2);
        for (Growth growth : new Growth[] {swept(r), batched(r)}) {
            growth.add(1);
            growth.add(4);
            growth.add(8);
            double[] before = omegas(growth, 9);
            Growth copy = growth.copy();
            copy.add(0);
            assertThat(omegas(growth, 9)).containsExactly(before);
            growth.add(0);
            assertThat(omegas(growth, 9)).containsExactly(omegas(copy, 9));
        }
    }

    @Test
    void distrustRebuildsAndThenAsksTheCanonicalRoutine() {
        CorrelationMatrix r = TestMatrices.measured(20, 3);
        Canonical canonical = new Canonical(r);
        Growth growth = swept(r);
        int[] nplet = {3, 5, 8, 13};
        for (int variable : nplet) {
            growth.add(variable);
        }
        double[] first = omegas(growth, 20);
        assertThat(growth.distrust()).isTrue();
        double[] rebuilt = omegas(growth, 20);
        assertThat(growth.distrust()).isTrue();
        double[] exact = omegas(growth, 20);
        assertThat(growth.distrust()).isFalse();
        for (int j : Nplets.others(nplet, 20)) {
            assertThat(canonical.score(Nplets.with(nplet, j), 0, 5)).isTrue();
            assertThat(exact[j]).isEqualTo(canonical.o());
            assertThat(rebuilt[j]).isCloseTo(exact[j], within(1e-13));
            assertThat(first[j]).isCloseTo(exact[j], within(1e-13));
        }
        for (int member : nplet) {
            assertThat(rebuilt[member]).isNaN();
            assertThat(exact[member]).isNaN();
        }
        assertThat(batched(r).distrust()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aBeamThatDistrustsEveryValueTakesTheSameSteps(int width) {
        CorrelationMatrix r = TestMatrices.measured(25, 7);
        GreedySettings settings = new GreedySettings(3, 1, width, 20, Ends.BOTH, 0);
        int[] start = {2, 11, 17};
        Beam trusting = new Beam(25, settings, false, new Canonical(r), swept(r), start);
        Beam distrusting = new Beam(25, settings, false, new Canonical(r), swept(r), start, -1);
        while (trusting.canGrow()) {
            assertThat(distrusting.grow()).isEqualTo(trusting.grow());
        }
        assertThat(distrusting.steps()).isEqualTo(trusting.steps()).hasSize(18);
    }

    @Test
    void smallestValuesAreHeldInOrder() {
        SmallestValues smallest = new SmallestValues(3);
        assertThat(smallest.largest()).isInfinite();
        smallest.offerAll(new double[] {4, Double.NaN, 2});
        assertThat(smallest.largest()).isInfinite();
        smallest.offerAll(new double[] {9});
        assertThat(smallest.largest()).isEqualTo(9);
        smallest.offerAll(new double[] {1, 3, 8});
        assertThat(smallest.largest()).isEqualTo(3);
    }

    @Test
    void asManySmallestValuesAsAskedForAreFound() {
        double[] values = new Random(4).doubles(500).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int capacity : new int[] {1, 2, 7, 100, 500}) {
            SmallestValues smallest = new SmallestValues(capacity);
            smallest.offerAll(values);
            assertThat(smallest.largest()).isEqualTo(sorted[capacity - 1]);
        }
    }
}
