package org.oinfo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.ArraySamples;

class LinearDependenceTest {
    private static List<int[]> find(double[][] x) {
        int[] live = new int[x[0].length];
        Arrays.setAll(live, v -> v);
        return LinearDependence.find(ArraySamples.of(x), live);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 57, 1000})
    void anAverageThatWasTakenOffIsFound(int samples) {
        double[][] x = ScreenData.ONE_FACTOR.draw(samples, 20, 3);
        for (double[] row : x) {
            double mean = (row[2] + row[5] + row[11] + row[19]) / 4;
            for (int v : new int[] {2, 5, 11, 19}) {
                row[v] = 1000 + row[v] - mean;
            }
        }
        assertThat(find(x)).hasSize(1).first().isEqualTo(new int[] {2, 5, 11, 19});
    }

    @Test
    void everySetIsFound() {
        double[][] x = ScreenData.INDEPENDENT.draw(200, 12, 5);
        for (double[] row : x) {
            row[3] = 2 * row[0] - row[1] + 7;
            row[6] = 1e-9 * (row[4] + row[5]);
            row[9] = -row[8];
        }
        assertThat(find(x)).containsExactly(new int[] {0, 1, 3}, new int[] {4, 5, 6}, new int[] {8, 9});
    }

    /** One sample of 5,000 breaks it: hardly ever among those that are looked at first. */
    @Test
    void whatDoesNotHoldEverywhereIsNone() {
        double[][] x = ScreenData.INDEPENDENT.draw(5000, 5, 6);
        for (double[] row : x) {
            row[4] = row[0] + row[1];
        }
        x[2345][4] += 3;
        assertThat(find(x)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {36, 37, 60, 500})
    void controlsStaySilent(int samples) {
        for (ScreenData data : ScreenData.values()) {
            assertThat(find(data.draw(samples, 20, 11))).as(data.name()).isEmpty();
        }
    }

    /** With as many samples as columns everything depends on everything, and it means nothing. */
    @Test
    void tooFewSamplesSayNothing() {
        assertThat(find(ScreenData.INDEPENDENT.draw(20, 20, 1))).isEmpty();
    }
}
