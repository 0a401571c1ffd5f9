package org.oinfo.kernels.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Backend;

/** What every kernel that counts neighbours must do: the counts of the definition, whatever the values. */
public abstract class NeighbourContract {
    private static final int VARIABLES = 8;

    /** The backend under test. */
    protected abstract Backend backend();

    /** Independent normal values, tied to a common one. */
    private static double[][] normal(Random random, int samples) {
        double[][] x = new double[VARIABLES][samples];
        for (int t = 0; t < samples; t++) {
            double common = random.nextGaussian();
            for (double[] column : x) {
                column[t] = random.nextGaussian() + common;
            }
        }
        return x;
    }

    /** Few values, zeros most of the time, copies, one value in all samples but one, a huge and a tiny range, negative zeros. */
    private static double[][] tied(Random random, int samples) {
        double[][] x = normal(random, samples);
        for (int t = 0; t < samples; t++) {
            x[0][t] = Math.rint(x[0][t]);
            x[1][t] = random.nextInt(5) == 0 ? x[1][t] : 0;
            x[2][t] = random.nextInt(5) == 0 ? x[2][t] : -0.0;
            x[3][t] = t == samples / 2 ? 1 : 0;
            x[4][t] = x[1][t];
            x[5][t] *= 1e300;
            x[6][t] *= 1e-300;
        }
        return x;
    }

    /** Odd numbers, so that sums of wrong counts do not agree by chance. */
    private static long[] worths(int samples) {
        return LongStream.rangeClosed(0, samples)
                .map(n -> n * n * n + 17 * n + 3)
                .toArray();
    }

    private static int[] nplet(Random random, int order) {
        int[] all = IntStream.range(0, VARIABLES).toArray();
        for (int i = 0; i < order; i++) {
            int j = i + random.nextInt(VARIABLES - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return IntStream.of(Arrays.copyOf(all, order)).sorted().toArray();
    }

    private void assertCounts(double[][] x, int neighbours, Random random, String what) {
        int samples = x[0].length;
        long[] worths = worths(samples);
        NeighbourSamples sorted = NeighbourSamples.of(x, neighbours, worths);
        long[] found = new long[NeighbourKernel.SUMS];
        try (NeighbourKernel kernel = backend().neighbours(sorted)) {
            for (int i = 0; i < 24; i++) {
                int[] nplet = nplet(random, 2 + i % (VARIABLES - 1));
                kernel.sums(nplet, 0, nplet.length, found);
                assertThat(found)
                        .as("%s T=%d K=%d %s", what, samples, neighbours, Arrays.toString(nplet))
                        .containsExactly(PairwiseCounts.sums(x, nplet, neighbours, worths));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 100, 257})
    void countsAreThoseOfTheDefinition(int samples) {
        Random random = new Random(samples);
        for (int neighbours : new int[] {1, 3, 4, Math.min(30, samples - 1)}) {
            assertCounts(normal(random, samples), neighbours, random, "normal");
            assertCounts(tied(random, samples), neighbours, random, "tied");
        }
    }

    @Test
    void everyNpletOfALexicographicWalk() {
        Random random = new Random(5);
        double[][] x = tied(random, 70);
        long[] worths = worths(70);
        long[] found = new long[NeighbourKernel.SUMS];
        try (NeighbourKernel kernel = backend().neighbours(NeighbourSamples.of(x, 4, worths))) {
            for (int a = 0; a < VARIABLES; a++) {
                for (int b = a + 1; b < VARIABLES; b++) {
                    for (int c = b + 1; c < VARIABLES; c++) {
                        kernel.sums(new int[] {9, a, b, c}, 1, 3, found);
                        assertThat(found).containsExactly(PairwiseCounts.sums(x, new int[] {a, b, c}, 4, worths));
                    }
                }
            }
        }
    }
}
