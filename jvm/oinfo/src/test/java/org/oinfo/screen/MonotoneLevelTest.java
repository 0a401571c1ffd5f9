package org.oinfo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In how many data sets without such dependence the screen names some, where it should in 1 of 1000 at most; and in how many it
 * finds what was planted. Data set i has seed 40000 + i.
 */
class MonotoneLevelTest {
    private static final long SEED = 40_000;

    private static int named(ScreenData data, int samples, int variables, int dataSets) {
        int named = (int) IntStream.range(0, dataSets)
                .parallel()
                .filter(i -> ScreenData.screen(data.draw(samples, variables, SEED + i))
                        .found())
                .count();
        System.out.printf(
                "screen, %s, T %d, N %d, %d data sets, seed %d: %d named%n",
                data, samples, variables, dataSets, SEED, named);
        return named;
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsNamedWhereNothingIs(ScreenData data) {
        assertThat(named(data, 200, 12, 200)).isLessThanOrEqualTo(2);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void nothingIsNamedInAThousandDataSets(ScreenData data) {
        // Skewed causes are beyond the model; the others have the level, or nearly.
        int most = data == ScreenData.SKEWED_CAUSE ? 20 : 5;
        for (int samples : new int[] {60, 200, 1000, 5000}) {
            assertThat(named(data, samples, 20, 1000)).isLessThanOrEqualTo(most);
        }
    }

    /** Of 20 columns one is |n| sign(xy) in a share of the samples, and independent in the others. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"60", "100", "200", "1000"})
    void whatIsPlantedIsFound(int samples) {
        for (double share : new double[] {1, 0.8, 0.6, 0.4, 0.2}) {
            int found = (int) IntStream.range(0, 200)
                    .parallel()
                    .filter(i -> foundPlanted(samples, share, SEED + i))
                    .count();
            System.out.printf("screen, planted in %.1f of the samples, T %d: %d of 200 found%n", share, samples, found);
            if (share == 1 && samples >= 200) {
                assertThat(found).isEqualTo(200);
            }
        }
    }

    private static boolean foundPlanted(int samples, double share, long seed) {
        double[][] x = ScreenData.INDEPENDENT.draw(samples, 20, seed);
        for (int t = 0; t < samples * share; t++) {
            x[t][2] = Math.abs(x[t][2]) * Math.signum(x[t][0] * x[t][1]);
        }
        return ScreenData.screen(x).tripletsFound().strongest().stream()
                .anyMatch(one -> one.variables().equals(List.of(0, 1, 2)));
    }
}
