package org.oinfo.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.ArraySamples;

class MonotoneScreenTest {
    private static final double LN_2 = Math.log(2);

    /** Eight independent normal columns, with z = |n| sign(xy) in column 2 of 0 and 1, and |x| of 3, with noise, in 5. */
    private static double[][] planted(int samples, long seed) {
        double[][] x = ScreenData.INDEPENDENT.draw(samples, 8, seed);
        for (double[] row : x) {
            row[2] = Math.abs(row[2]) * Math.signum(row[0] * row[1]);
            row[5] = Math.abs(row[3]) + 0.1 * row[5];
        }
        return x;
    }

    private static List<List<Integer>> variables(Findings found) {
        return found.strongest().stream().map(Dependence::variables).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 1001})
    void aProductOfSignsIsATripletAndAnAbsoluteValueAPair(int samples) {
        ScreenResult found = ScreenData.screen(planted(samples, 31));
        assertThat(variables(found.tripletsFound())).containsExactly(List.of(0, 1, 2));
        assertThat(variables(found.pairsFound())).containsExactly(List.of(3, 5));
        assertThat(found.triplets()).isEqualTo(56);
        assertThat(found.possible()).isEqualTo(56);
        assertThat(found.screened()).isEqualTo(8);
    }

    /** With cuts at the median four of the eight cells hold T/4 samples each and the others none, where T/8 are expected: G = 2 T ln 2. */
    @Test
    void aPerfectProductOfSignsHasAllThatCellsCanSay() {
        double[][] x = new double[64][3];
        for (int t = 0; t < 64; t++) {
            double a = (t % 2 == 0 ? 1 : -1) * (1 + t);
            double b = (t / 2 % 2 == 0 ? 1 : -1) * (1 + t);
            x[t] = new double[] {a, b, Math.signum(a * b) * (1 + t)};
        }
        ScreenResult found = ScreenData.screen(x);
        assertThat(found.tripletsFound().strongest().getFirst().g()).isCloseTo(2 * 64 * LN_2, within(1e-9));
    }

    @Test
    void bitsAreTheirOwnSides() {
        Random random = new Random(5);
        double[][] x = new double[200][4];
        for (double[] row : x) {
            Arrays.setAll(row, v -> random.nextInt(2));
            row[3] = (int) row[0] ^ (int) row[1];
        }
        assertThat(variables(ScreenData.screen(x).tripletsFound())).containsExactly(List.of(0, 1, 3));
    }

    /** G from the definition: cells counted sample by sample, expectations the mean of opposite cells, 200 samples cut at the median. */
    @Test
    void gIsThatOfTheEightCells() {
        double[][] x = ScreenData.ONE_FACTOR.draw(200, 3, 8);
        Random random = new Random(9);
        for (double[] row : x) {
            row[2] = random.nextInt(5) == 0 ? row[2] : Math.abs(row[2]) * Math.signum(row[0] * row[1]);
        }
        double[] median = new double[3];
        for (int v = 0; v < 3; v++) {
            int column = v;
            double[] sorted =
                    Arrays.stream(x).mapToDouble(row -> row[column]).sorted().toArray();
            median[v] = (sorted[99] + sorted[100]) / 2;
        }
        int[] cells = new int[8];
        for (double[] row : x) {
            cells[(row[0] > median[0] ? 1 : 0) + (row[1] > median[1] ? 2 : 0) + (row[2] > median[2] ? 4 : 0)]++;
        }
        double g = 0;
        for (int cell = 0; cell < 8; cell++) {
            double expected = (cells[cell] + cells[7 - cell]) / 2.0;
            g += 2 * cells[cell] * Math.log(cells[cell] / expected);
        }
        Dependence found = ScreenData.screen(x).tripletsFound().strongest().getFirst();
        assertThat(found.g()).isCloseTo(g, within(1e-9 * g));
    }

    @Test
    void threadsChangeNothing() {
        double[][] x = planted(300, 12);
        assertThat(ScreenData.screen(x, 3, MonotoneScreen.MOST_WORK)).isEqualTo(ScreenData.screen(x));
    }

    /** 8 words a triplet, of which 3 are padding: of 560 triplets about half. */
    @ParameterizedTest
    @CsvSource({"1", "2"})
    void moreWorkThanAllowedIsSampledBySeed(int threads) {
        double[][] x = ScreenData.INDEPENDENT.draw(300, 16, 3);
        ScreenResult found = ScreenData.screen(x, threads, 8 * 280);
        assertThat(found.possible()).isEqualTo(560);
        assertThat(found.triplets())
                .isBetween(140L, 420L)
                .isEqualTo(ScreenData.screen(x, 1, 8 * 280).triplets());
    }

    /** Most samples share a value: no cut comes near the median. */
    @Test
    void columnsWithoutAMedianAreLeftOut() {
        double[][] x = planted(200, 4);
        for (double[] row : x) {
            row[4] = Math.max(0, row[4] - 1);
        }
        ScreenResult found = ScreenData.screen(x);
        assertThat(found.screened()).isEqualTo(7);
        assertThat(found.variables()).isEqualTo(8);
        assertThat(found.possible()).isEqualTo(35);
        assertThat(variables(found.pairsFound())).containsExactly(List.of(3, 5));
    }

    @Test
    void whatIsStoppedHasNoResult() {
        MonotoneScreen screen = new MonotoneScreen(ArraySamples.of(planted(100, 1)), new int[] {0, 1, 2}, 1, 1);
        Assertions.assertThatThrownBy(() -> screen.run(progress -> false)).isInstanceOf(CancellationException.class);
    }
}
