package org.oinfo.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.estimate.options.Entropy;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.ExhaustiveScan;
import org.oinfo.scan.GivenList;

/** Random data against the definition, and every way to count against every other, to the last bit. */
class DiscreteScorerTest {
    private static final int ALL = 1 << 20;

    private static double[][] mixed(long seed, int samples) {
        return Tables.random(samples, new int[] {2, 3, 7, 2, 5, 4, 2, 6, 3}, new Random(seed));
    }

    private static List<int[]> nplets(int variables, int order) {
        Combinations combinations = new Combinations(variables, order);
        List<int[]> nplets = new ArrayList<>();
        int[] nplet = new int[order];
        combinations.unrank(0, nplet);
        do {
            nplets.add(nplet.clone());
        } while (combinations.next(nplet));
        return nplets;
    }

    @ParameterizedTest
    @CsvSource({"1,5", "2,20", "3,64", "4,65", "5,300", "6,1000"})
    void measuresAreThoseOfTheDefinition(long seed, int samples) {
        double[][] x = mixed(seed, samples);
        for (boolean corrected : new boolean[] {false, true}) {
            OInformation info = OInformation.ofSamples(x, Tables.discrete().withBiasCorrect(corrected));
            for (int order = 2; order <= 6; order++) {
                List<int[]> nplets = nplets(9, order);
                List<ScoredNplet> scored = info.measures(nplets);
                for (int i = 0; i < nplets.size(); i += 5) {
                    double[] expected = StateCounts.measures(x, nplets.get(i), corrected);
                    ScoredNplet n = scored.get(i);
                    assertThat(new double[] {n.tc(), n.dtc(), n.o(), n.s()})
                            .as("seed=%d T=%d corrected=%b %s", seed, samples, corrected, n.key())
                            .containsExactly(expected, within(5e-13));
                }
            }
        }
    }

    @Test
    void aCorrectionIsStatesLessOneOverTwoT() {
        // a, b independent bits, each pair twice; c = a AND b. States: 2, 2, 2; ab 4, ac 3, bc 3; abc 4. T = 8.
        double[][] x = new double[8][];
        for (int t = 0; t < 8; t++) {
            int a = t & 1;
            int b = t >> 1 & 1;
            x[t] = new double[] {a, b, a & b};
        }
        ScoredNplet raw = OInformation.ofSamples(x, Tables.discrete())
                .measures(new int[] {0, 1, 2})
                .getFirst();
        ScoredNplet corrected = OInformation.ofSamples(x, Tables.discrete().withBiasCorrect(true))
                .measures(new int[] {0, 1, 2})
                .getFirst();
        assertThat(corrected.tc() - raw.tc()).isCloseTo((1 + 1 + 1 - 3) / 16.0, within(1e-14));
        assertThat(corrected.dtc() - raw.dtc()).isCloseTo((-2 * 3 + 3 + 2 + 2) / 16.0, within(1e-14));
        assertThat(corrected.o() - raw.o()).isCloseTo(-1 / 16.0, within(1e-14));
    }

    @Test
    void manySymbolsAndManySamplesAgreeWithTheDefinition() {
        double[][] x = Tables.random(4000, new int[] {256, 200, 9, 100, 2}, new Random(7));
        OInformation info = OInformation.ofSamples(x, Tables.discrete());
        for (int[] nplet : nplets(5, 3)) {
            double[] expected = StateCounts.measures(x, nplet, false);
            assertThat(info.measures(nplet).getFirst().o()).isCloseTo(expected[2], within(1e-12));
        }
    }

    /** Every n-plet of the orders 2 to 6 in order, from a scan of pieces: [n-plets*4]. */
    private static double[] scanned(DiscreteScorer scores, int order) {
        ScanSettings settings = new ScanSettings(order, Level.PLAIN, ALL);
        Landscape landscape = new ExhaustiveScan(scores, settings).run(3, Monitor.NONE);
        long[] ranks = landscape.mostSynergistic().sortedRanks();
        assertThat(ranks).hasSize((int) landscape.total());
        return GivenList.measures(scores, nplets(scores.variables(), order), 2, Monitor.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void bitsAndGroupsTablesAndRowsGiveTheSameLandscape(int order) {
        DiscreteSamples symbols = Tables.symbols(mixed(8, 200));
        for (Entropy entropy : Entropy.values()) {
            DiscreteScorer bits = new DiscreteScorer(symbols, entropy);
            Landscape expected = run(bits, order, 1);
            for (boolean packed : new boolean[] {false, true}) {
                for (long entries : new long[] {0, ALL}) {
                    DiscreteScorer other = new DiscreteScorer(symbols, entropy, packed, entries);
                    assertSame(run(other, order, 2), expected);
                    assertThat(scanned(other, order)).isEqualTo(scanned(bits, order));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, ALL})
    void piecesMayBeScannedInAnyOrder(long entries) {
        DiscreteScorer scores = new DiscreteScorer(Tables.symbols(mixed(15, 60)), Entropy.MILLER_MADOW, true, entries);
        ScanSettings settings = new ScanSettings(4, Level.FULL, ALL);
        Landscape pieces = Landscape.empty(9, settings);
        ScanKernel kernel = scores.scan(settings);
        kernel.scan(50, 126, pieces);
        kernel.scan(23, 50, pieces);
        kernel.scan(0, 23, pieces);
        Landscape whole = Landscape.empty(9, settings);
        scores.scan(settings).scan(0, 126, whole);
        assertThat(pieces.mostSynergistic().sortedRanks())
                .isEqualTo(whole.mostSynergistic().sortedRanks());
        assertThat(pieces.requireDistribution().histogram())
                .isEqualTo(whole.requireDistribution().histogram());
        assertThat(pieces.sum()).isCloseTo(whole.sum(), within(1e-14));
    }

    private static Landscape run(DiscreteScorer scores, int order, int threads) {
        return new ExhaustiveScan(scores, new ScanSettings(order, Level.FULL, 50)).run(threads, Monitor.NONE);
    }

    private static void assertSame(Landscape actual, Landscape expected) {
        assertThat(actual.total()).isEqualTo(expected.total());
        assertThat(actual.redundant()).isEqualTo(expected.redundant());
        assertThat(actual.synergistic()).isEqualTo(expected.synergistic());
        assertThat(actual.balanced()).isEqualTo(expected.balanced());
        assertThat(actual.singular()).isZero();
        assertThat(actual.sum()).isEqualTo(expected.sum());
        assertThat(actual.requireDistribution().variance())
                .isEqualTo(expected.requireDistribution().variance());
        assertThat(actual.requireDistribution().histogram())
                .isEqualTo(expected.requireDistribution().histogram());
        assertThat(actual.mostSynergistic().sortedRanks())
                .isEqualTo(expected.mostSynergistic().sortedRanks());
        assertThat(actual.mostRedundant().sortedRanks())
                .isEqualTo(expected.mostRedundant().sortedRanks());
    }

    @Test
    void aScanFindsWhatMeasuresFinds() {
        double[][] x = mixed(9, 150);
        OInformationOptions options = Tables.discrete().withBiasCorrect(true).withTop(1000);
        for (int order = 2; order <= 6; order++) {
            OInformation info = OInformation.ofSamples(x, options.withLevel(Level.FULL));
            ScanResult result = info.scan(order);
            List<ScoredNplet> all = info.measures(nplets(9, order));
            assertThat(result.mostSynergistic()).containsExactlyInAnyOrderElementsOf(all);
            double mean = all.stream().mapToDouble(ScoredNplet::o).average().orElseThrow();
            assertThat(result.landscape().mean()).isCloseTo(mean, within(1e-14));
            assertThat(result.landscape().redundant())
                    .isEqualTo(all.stream().filter(n -> n.o() > 1e-10).count());
            assertThat(result.landscape().singular()).isZero();
            assertThat(result.min())
                    .isEqualTo(all.stream().mapToDouble(ScoredNplet::o).min().orElseThrow());
        }
    }

    @Test
    void severalOrdersGiveWhatEachGivesAlone() {
        double[][] x = mixed(10, 80);
        OInformation info = OInformation.ofSamples(x, Tables.discrete());
        List<ScanResult> together = info.scan(List.of(5, 3, 4), Monitor.NONE);
        for (ScanResult result : together) {
            ScanResult alone = OInformation.ofSamples(x, Tables.discrete()).scan(result.order());
            assertThat(result.landscape().sum()).isEqualTo(alone.landscape().sum());
            assertThat(result.mostRedundant()).isEqualTo(alone.mostRedundant());
        }
    }

    @Test
    void threadsChangeNoBit() {
        int[] alphabets = new int[40];
        Arrays.setAll(alphabets, v -> 2 + v % 2);
        DiscreteSamples symbols = Tables.symbols(Tables.random(2000, alphabets, new Random(11)));
        Landscape expected = run(new DiscreteScorer(symbols, Entropy.PLUG_IN), 4, 1);
        // Three blocks of 2^26 / T n-plets.
        assertThat(expected.total()).isEqualTo(91_390);
        assertSame(run(new DiscreteScorer(symbols, Entropy.PLUG_IN), 4, 3), expected);
    }

    @Test
    void extremesOfOneEndAreThoseOfBoth() {
        DiscreteScorer scores = new DiscreteScorer(Tables.symbols(mixed(12, 90)), Entropy.PLUG_IN);
        ScanSettings one = new ScanSettings(4, Level.EXTREMES, 7, 0, Ends.REDUNDANT, Screen.AUTO);
        ScanSettings both = new ScanSettings(4, Level.PLAIN, 7);
        Landscape end = new ExhaustiveScan(scores, one).run(1, Monitor.NONE);
        assertThat(end.mostSynergistic().size()).isZero();
        assertThat(end.total()).isEqualTo(126);
        assertThat(end.mostRedundant().sortedRanks())
                .isEqualTo(new ExhaustiveScan(scores, both)
                        .run(1, Monitor.NONE)
                        .mostRedundant()
                        .sortedRanks());
    }

    @Test
    void aBatchScoresNpletsInAnyOrder() {
        double[][] x = mixed(13, 100);
        MeasuresKernel kernel = new DiscreteScorer(Tables.symbols(x), Entropy.PLUG_IN).measures();
        int[] flat = {2, 5, 8, 0, 1, 2, 2, 5, 7, 2, 5, 8, 0, 5, 8};
        double[] out = new double[5 * MeasuresKernel.VALUES];
        kernel.measures(flat, 5, 3, out);
        for (int i = 0; i < 5; i++) {
            double[] expected = StateCounts.measures(x, Arrays.copyOfRange(flat, 3 * i, 3 * i + 3), false);
            assertThat(Arrays.copyOfRange(out, 4 * i, 4 * i + 4)).containsExactly(expected, within(1e-13));
        }
    }

    @Test
    void leavingColumnsOutChangesNoBit() {
        double[][] x = mixed(14, 77);
        double[][] head = Arrays.stream(x).map(row -> Arrays.copyOf(row, 4)).toArray(double[][]::new);
        int[] nplet = {0, 2, 3};
        assertThat(OInformation.ofSamples(head, Tables.discrete()).measures(nplet))
                .isEqualTo(OInformation.ofSamples(x, Tables.discrete()).measures(nplet));
    }
}
