package org.oinfo.statistics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.statistics.surrogate.NullSettings.Family;

class NullOfScanTest {
    private static final int B = 60;

    private static NullSettings settings(int order, Surrogate kind, Family family) {
        return new NullSettings(order, B, kind, 42, family, false);
    }

    private static NullOfScan test(SampleScores scores, int threads) {
        return new NullOfScan(Backends.open("scalar"), scores, threads);
    }

    /** Six variables: 2 depends on 0 and 1, 5 on 4; small whole numbers, so that values and Omegas tie. */
    private static SampleScores data(boolean discrete) {
        Random random = new Random(5);
        double[][] x = new double[discrete ? 24 : 40][6];
        for (double[] row : x) {
            Arrays.setAll(row, v -> discrete ? random.nextInt(3) : random.nextGaussian());
            row[2] += row[0] + row[1];
            row[5] += row[4];
        }
        return discrete ? NullData.values(x) : NullData.scores(x);
    }

    @ParameterizedTest
    @CsvSource({
        "SHUFFLE,false,3",
        "SHIFT,false,3",
        "SHUFFLE,false,4",
        "SHUFFLE,true,3",
        "SHIFT,true,4",
        "TREE,false,3",
        "TREE,false,4",
        "TREE,true,3"
    })
    void extremesAgreeWithSurrogatesMadeByHand(Surrogate kind, boolean discrete, int order) {
        SampleScores scores = data(discrete);
        int[] every = {0, 1, 2, 3, 4, 5};
        double[][] columns = scores.columns(every);
        BruteNull brute = new BruteNull(columns, every, kind, 42);
        int[][] all = NullData.all(6, order);
        NullResult result = test(scores, 2).ofExtremes(3, settings(order, kind, Family.ORDER), Monitor.NONE);
        assertThat(result.partial()).isFalse();
        assertThat(result.extremes().surrogates()).isEqualTo(B);
        assertThat(result.nplets()).hasSize(6);
        for (TestedNplet tested : result.nplets()) {
            int[] nplet = tested.variables();
            double o = BruteNull.omega(BruteNull.pick(columns, nplet));
            assertThat(tested.o()).isCloseTo(o, within(1e-12));
            assertThat(tested.pFamily()).isEqualTo(brute.family(o, tested.synergy(), B, all));
            assertThat(tested.pCarry()).isEqualTo(brute.carry(nplet, o, tested.synergy(), B, true));
            assertThat(tested.p()).isNaN();
            assertThat(tested.gain()).isCloseTo(o - bestPart(columns, nplet, tested.synergy()), within(1e-12));
        }
        for (int b = 0; b < B; b++) {
            double[][] x = brute.surrogate(b);
            double[] omegas = Arrays.stream(all)
                    .mapToDouble(nplet -> BruteNull.omega(BruteNull.pick(x, nplet)))
                    .toArray();
            assertThat(result.extremes().min()[b])
                    .isCloseTo(Arrays.stream(omegas).min().orElseThrow(), within(1e-12));
            assertThat(result.extremes().max()[b])
                    .isCloseTo(Arrays.stream(omegas).max().orElseThrow(), within(1e-12));
        }
    }

    private static double bestPart(double[][] columns, int[] nplet, boolean synergy) {
        double best = synergy ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int left : nplet) {
            int[] part = Arrays.stream(nplet).filter(v -> v != left).toArray();
            double o = part.length == 2 ? 0 : BruteNull.omega(BruteNull.pick(columns, part));
            best = synergy ? Math.min(best, o) : Math.max(best, o);
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"SHUFFLE,false,scalar", "SHIFT,true,scalar", "SHUFFLE,true,auto", "TREE,false,auto", "TREE,true,scalar"
    })
    void givenNpletsAgreeWithSurrogatesMadeByHand(Surrogate kind, boolean discrete, String backend) {
        SampleScores scores = data(discrete);
        // Of variables 1, 2, 4, 5 only: the others are not rearranged.
        int[] drawn = {1, 2, 4, 5};
        double[][] columns = scores.columns(drawn);
        BruteNull brute = new BruteNull(scores.columns(0, 1, 2, 3, 4, 5), drawn, kind, 42);
        List<int[]> nplets = List.of(new int[] {1, 2, 4}, new int[] {2, 4, 5}, new int[] {1, 4, 5});
        int[][] places = {{0, 1, 2}, {1, 2, 3}, {0, 2, 3}};
        NullResult result = new NullOfScan(Backends.open(backend), scores, 2)
                .ofNplets(nplets, settings(3, kind, Family.LIST), Monitor.NONE);
        List<Double> p = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            TestedNplet tested = result.nplets().get(i);
            double o = BruteNull.omega(BruteNull.pick(columns, places[i]));
            assertThat(tested.variables()).isEqualTo(nplets.get(i));
            assertThat(tested.synergy()).isEqualTo(o < 0);
            assertThat(tested.pFamily()).isEqualTo(brute.family(o, o < 0, B, places));
            assertThat(tested.p()).isEqualTo(brute.family(o, o < 0, B, new int[][] {places[i]}));
            assertThat(tested.pCarry()).isEqualTo(brute.carry(places[i], o, o < 0, B, false));
            p.add(Math.min(1, 2 * tested.p()));
        }
        double[] q = FalseDiscovery.qValues(
                p.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(result.nplets()).extracting(TestedNplet::q).containsExactly(q[0], q[1], q[2]);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHUFFLE", "TREE"})
    void whatASearchFoundIsComparedWithTheSameSearch(Surrogate kind) {
        SampleScores scores = data(false);
        int[] every = {0, 1, 2, 3, 4, 5};
        double[][] columns = scores.columns(every);
        GreedySettings search = GreedySettings.upTo(20).withStarts(2);
        NullResult result = test(scores, 2).ofSearch(search, 1, settings(5, kind, Family.SEARCH), Monitor.NONE);
        TestedNplet low = result.nplets().getFirst();
        double o = BruteNull.greedy(columns, 6, 2, 5);
        assertThat(low.o()).isCloseTo(o, within(1e-12));
        assertThat(low.pFamily()).isEqualTo(new BruteNull(columns, every, kind, 42).search(o, B, 2, 5));
        assertThat(result.nplets()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void threadsAndBackendChangeNothing(Surrogate kind) {
        SampleScores scores = data(false);
        NullResult one = test(scores, 1).ofExtremes(5, settings(3, kind, Family.ORDER), Monitor.NONE);
        NullResult three = new NullOfScan(Backends.open("auto"), scores, 3)
                .ofExtremes(5, settings(3, kind, Family.ORDER), Monitor.NONE);
        assertThat(three.nplets()).isEqualTo(one.nplets());
        assertThat(three.extremes().min()).isEqualTo(one.extremes().min());
        assertThat(three.extremes().max()).isEqualTo(one.extremes().max());
    }

    @Test
    void biasCorrectionMovesValuesAndNoP() {
        SampleScores scores = data(false);
        NullSettings raw = settings(4, Surrogate.SHUFFLE, Family.ORDER);
        NullResult plain = test(scores, 1).ofExtremes(2, raw, Monitor.NONE);
        NullResult corrected = test(scores, 1)
                .ofExtremes(2, new NullSettings(4, B, Surrogate.SHUFFLE, 42, Family.ORDER, true), Monitor.NONE);
        double bias = new BiasCorrection(4, 40).o();
        double partBias = new BiasCorrection(3, 40).o();
        TestedNplet a = plain.nplets().getFirst();
        TestedNplet b = corrected.nplets().getFirst();
        assertThat(b.o()).isEqualTo(a.o() - bias);
        assertThat(b.gain()).isCloseTo(a.gain() - bias + partBias, within(1e-14));
        assertThat(b.pFamily()).isEqualTo(a.pFamily());
        assertThat(b.pCarry()).isEqualTo(a.pCarry());
        assertThat(corrected.extremes().min()[7]).isEqualTo(plain.extremes().min()[7] - bias);
        assertThat(corrected.extremes().maxQuantile(0.95))
                .isEqualTo(plain.extremes().maxQuantile(0.95) - bias);
        assertThat(corrected.extremes().synergyThreshold(0.05))
                .isEqualTo(plain.extremes().synergyThreshold(0.05) - bias);
    }

    @Test
    void anInterruptedRunCountsWhatIsFinished() {
        AtomicInteger finished = new AtomicInteger();
        ProgressSteps steps = new ProgressSteps();
        Monitor monitor = progress -> {
            finished.addAndGet((int) steps.since(progress));
            return finished.get() < 10;
        };
        NullSettings settings = settings(3, Surrogate.SHUFFLE, Family.ORDER);
        NullResult result = test(data(false), 1).ofExtremes(1, settings, monitor);
        assertThat(result.partial()).isTrue();
        assertThat(result.extremes().surrogates()).isEqualTo(10);
        double[] whole = test(data(false), 1)
                .ofExtremes(1, settings, Monitor.NONE)
                .extremes()
                .min();
        assertThat(result.extremes().min()).isEqualTo(Arrays.copyOf(whole, 10));
    }

    @Test
    void aCopyMakesSingularNpletsThatAreNotTested() {
        double[][] x = NullData.normals(50, 4, new Random(2));
        for (double[] row : x) {
            row[3] = -2 * row[0];
        }
        SampleScores scores = NullData.scores(x);
        NullSettings settings = settings(3, Surrogate.SHUFFLE, Family.ORDER);
        NullResult extremes = test(scores, 1).ofExtremes(10, settings, Monitor.NONE);
        assertThat(extremes.nplets()).hasSize(2).allMatch(tested -> tested.pFamily() > 0);
        TestedNplet singular = test(scores, 1)
                .ofNplets(List.of(new int[] {0, 1, 3}, new int[] {0, 1, 2}), settings, Monitor.NONE)
                .nplets()
                .getFirst();
        assertThat(new double[] {singular.o(), singular.pFamily(), singular.p(), singular.q(), singular.pCarry()})
                .containsOnly(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void anySeedWillDo(long seed) {
        NullSettings settings = new NullSettings(3, 3, Surrogate.SHUFFLE, seed, Family.ORDER, false);
        NullResult result = test(data(false), 1).ofExtremes(1, settings, Monitor.NONE);
        assertThat(Arrays.stream(result.extremes().min()).max().orElseThrow()).isNegative();
    }

    @Test
    void wrongSettingsAreRefused() {
        NullSettings good = settings(3, Surrogate.SHIFT, Family.ORDER);
        SampleScores few = NullData.scores(NullData.normals(19, 4, new Random(1)));
        assertThatThrownBy(() -> test(few, 1).ofExtremes(1, good, Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("circular shifts need at least 20 samples, there are only T rotations of a variable: T=19;"
                        + " use shuffles or give more samples");
        SampleScores four = NullData.scores(NullData.normals(4, 5, new Random(1)));
        assertThatThrownBy(
                        () -> test(four, 1).ofExtremes(1, settings(4, Surrogate.SHUFFLE, Family.ORDER), Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "there must be more samples than the order, or every n-plet is singular: T=4, order=4; choose a"
                                + " smaller order or give more samples");
        assertThatThrownBy(() -> test(few, 1).ofNplets(List.of(), good, Monitor.NONE))
                .isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> test(few, 1).ofExtremes(1, settings(3, Surrogate.SHUFFLE, Family.LIST), Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the family must be the whole order where n-plets are picked by their Omega: give a list of"
                        + " n-plets");
        assertThatThrownBy(() -> new NullSettings(3, -1, Surrogate.SHUFFLE, 1, Family.ORDER, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("the number of surrogates must be 1 to 10000000: surrogates=-1");
    }
}
