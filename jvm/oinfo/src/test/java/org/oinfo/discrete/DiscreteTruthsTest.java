package org.oinfo.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;

/** Systems whose measures are known; every state of the inputs occurs once, so the plug-in values are the truths. Bits. */
class DiscreteTruthsTest {
    private static final double LN2 = Math.log(2);
    /** Counts that are powers of two take no rounding before the last division. */
    private static final Offset<Double> EXACT = within(1e-15);

    private static final Offset<Double> TEN_DIGITS = within(1e-10);

    /** The measures of all columns together, twice: scored alone and in a scan. */
    private static ScoredNplet whole(double[][] x) {
        OInformation info = OInformation.ofSamples(x, Tables.discrete());
        int n = info.variables().count();
        ScoredNplet scored = info.measures(IntStream.range(0, n).toArray()).getFirst();
        assertThat(info.scan(n).mostSynergistic()).containsExactly(scored);
        return scored;
    }

    private static void assertBits(ScoredNplet n, double tc, double dtc, double o, double s, Offset<Double> near) {
        assertThat(n.tc() / LN2).isCloseTo(tc, near);
        assertThat(n.dtc() / LN2).isCloseTo(dtc, near);
        assertThat(n.o() / LN2).isCloseTo(o, near);
        assertThat(n.s() / LN2).isCloseTo(s, near);
    }

    /** All inputs and, behind them, what becomes of them. */
    private static double[][] with(double[][] inputs, ToDoubleFunction<double[]> output) {
        return Arrays.stream(inputs)
                .map(row -> {
                    double[] longer = Arrays.copyOf(row, row.length + 1);
                    longer[row.length] = output.applyAsDouble(row);
                    return longer;
                })
                .toArray(double[][]::new);
    }

    private static double sum(double[] row) {
        return Arrays.stream(row).sum();
    }

    @Test
    void independentBitsShareNothing() {
        ScoredNplet bits = whole(Tables.all(4, 2));
        assertBits(bits, 0, 0, 0, 0, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 2, -1, 3", "4, 1, 3, -2, 4", "5, 1, 4, -3, 5"})
    void exclusiveOr(int n, double tc, double dtc, double o, double s) {
        assertBits(whole(with(Tables.all(n - 1, 2), row -> sum(row) % 2)), tc, dtc, o, s, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 1, 1, 3", "4, 3, 1, 2, 4", "5, 4, 1, 3, 5"})
    void copies(int n, double tc, double dtc, double o, double s) {
        double[][] x = new double[4][n];
        Arrays.fill(x[1], 1);
        Arrays.fill(x[2], 1);
        assertBits(whole(x), tc, dtc, o, s, EXACT);
    }

    @Test
    void andGate() {
        ScoredNplet and = whole(with(Tables.all(2, 2), row -> row[0] * row[1]));
        assertBits(and, .8112781245, 1, -.1887218755, 1.8112781245, TEN_DIGITS);
    }

    @Test
    void noisyExclusiveOr() {
        // Each input ten times, flipped once: e = .1, Omega = -(1 - h2(e)).
        double[][] x = new double[40][];
        for (int t = 0; t < 40; t++) {
            int a = t & 1;
            int b = t >> 1 & 1;
            x[t] = new double[] {a, b, a ^ b ^ (t < 4 ? 1 : 0)};
        }
        assertThat(whole(x).o() / LN2).isCloseTo(-.5310044064, TEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"3,3", "3,7", "4,3", "4,5", "5,3", "3,16"})
    void sumModuloK(int n, int base) {
        double omega =
                whole(with(Tables.all(n - 1, base), row -> sum(row) % base)).o();
        assertThat(omega).isCloseTo(-(n - 2) * Math.log(base), within(1e-13));
    }

    @Test
    void zeroOmegaIsNotNoStructure() {
        // XOR and an independent copy: 2 + 1 bits decide all six variables.
        double[][] x = new double[8][];
        for (int t = 0; t < 8; t++) {
            int a = t & 1;
            int b = t >> 1 & 1;
            int c = t >> 2;
            x[t] = new double[] {a, b, a ^ b, c, c, c};
        }
        assertBits(whole(x), 3, 3, 0, 6, EXACT);
    }

    @Test
    void independentBitsAreAllBalancedAndRankedByTheirPlace() {
        OInformation info = OInformation.ofSamples(Tables.all(8, 2), Tables.discrete());
        for (int order = 2; order <= 8; order++) {
            ScanResult result = info.scan(order);
            assertThat(result.landscape().balanced()).isEqualTo(result.nplets());
            assertThat(result.landscape().mean()).isZero();
            int[] first = IntStream.range(0, order).toArray();
            assertThat(result.mostSynergistic().getFirst().variables()).isEqualTo(first);
            assertThat(result.mostRedundant().getFirst().variables()).isEqualTo(first);
        }
    }

    @Test
    void pairsHaveExactlyNoOInformation() {
        double[][] x = with(Tables.all(3, 3), row -> row[0] * row[1] % 3);
        OInformation info = OInformation.ofSamples(x, Tables.discrete());
        assertThat(info.scan(2).mostSynergistic())
                .allSatisfy(pair -> assertThat(pair.o()).isZero());
    }
}
