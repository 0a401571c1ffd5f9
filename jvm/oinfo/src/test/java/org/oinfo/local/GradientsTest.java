package org.oinfo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.Fixture;
import org.oinfo.OInformation;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;
import org.oinfo.scan.Scorer;

class GradientsTest {
    private static final double TOLERANCE = 1e-12;

    private static CorrelationMatrix random(int n, long seed) {
        Random random = new Random(seed);
        double[][] loadings = new double[n][n + 2];
        for (double[] row : loadings) {
            Arrays.setAll(row, i -> random.nextGaussian());
            double norm = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
            Arrays.setAll(row, i -> row[i] / norm);
        }
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double[] a = loadings[i];
                double[] b = loadings[j];
                double dot = IntStream.range(0, a.length)
                        .mapToDouble(t -> a[t] * b[t])
                        .sum();
                r[i * n + j] = i == j ? 1 : dot;
                r[j * n + i] = r[i * n + j];
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    private static Gradients gradients(CorrelationMatrix matrix) {
        return Gradients.raw(Scorer.gaussian(Backends.open("scalar"), matrix));
    }

    private static double[] ofVariables(CorrelationMatrix matrix, int... nplet) {
        try (Workers workers = new Workers(1)) {
            return gradients(matrix).ofVariables(List.of(nplet), workers)[0];
        }
    }

    private static double[] ofPairs(CorrelationMatrix matrix, int... nplet) {
        try (Workers workers = new Workers(1)) {
            return gradients(matrix).ofPairs(List.of(nplet), workers)[0];
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void variablesAgreeWithDifferencesAndWithMutualInformation(long seed) {
        CorrelationMatrix matrix = random(9, seed);
        Definition definition = new Definition(matrix);
        for (int[] nplet : List.of(new int[] {1, 4, 7}, new int[] {0, 2, 3, 8}, new int[] {0, 1, 2, 4, 5, 6, 7, 8})) {
            double[] found = ofVariables(matrix, nplet);
            int k = nplet.length;
            assertThat(found).hasSize(k);
            for (int i = 0; i < k; i++) {
                int[] rest = Definition.without(nplet, i);
                double difference = definition.omega(nplet) - definition.omega(rest);
                double informations = (2 - k) * definition.information(nplet[i], rest);
                for (int j = 0; j < k - 1; j++) {
                    informations += definition.information(nplet[i], Definition.without(rest, j));
                }
                assertThat(found[i])
                        .as("seed %d, member %d of %s", seed, i, Arrays.toString(nplet))
                        .isCloseTo(difference, offset(TOLERANCE))
                        .isCloseTo(informations, offset(TOLERANCE));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void pairsAgreeWithTheDefinitionInLexicographicOrder(long seed) {
        CorrelationMatrix matrix = random(8, seed);
        Definition definition = new Definition(matrix);
        for (int[] nplet : List.of(new int[] {2, 3, 7}, new int[] {0, 1, 5, 6}, new int[] {0, 1, 2, 4, 5, 7})) {
            double[] found = ofPairs(matrix, nplet);
            int at = 0;
            for (int i = 0; i < nplet.length; i++) {
                for (int j = i + 1; j < nplet.length; j++) {
                    double expected = definition.omega(nplet)
                            - definition.omega(Definition.without(nplet, i))
                            - definition.omega(Definition.without(nplet, j))
                            + (nplet.length == 3 ? 0 : definition.omega(Definition.without(nplet, i, j)));
                    assertThat(found[at++])
                            .as("seed %d, members %d and %d", seed, i, j)
                            .isCloseTo(expected, offset(TOLERANCE));
                }
            }
            assertThat(at).isEqualTo(found.length);
        }
    }

    @Test
    void equicorrelatedVariablesHaveTheClosedForm() {
        // (n/2-1) ln[(1+(n-1)rho)/(1-rho)] - (n/2) ln(1+(n-2)rho) for rho .5: n=3 .0849495184, n=4 .2231435513.
        double[] r = new double[16];
        Arrays.setAll(r, i -> i % 5 == 0 ? 1 : .5);
        CorrelationMatrix matrix = CorrelationMatrix.wrap(4, r);
        for (double gradient : ofVariables(matrix, 0, 1, 2, 3)) {
            assertThat(gradient).isCloseTo(.2231435513 - .0849495184, offset(2e-10));
        }
        for (double gradient : ofPairs(matrix, 0, 1, 2, 3)) {
            assertThat(gradient).isCloseTo(.2231435513 - 2 * .0849495184, offset(3e-10));
        }
        for (double gradient : ofVariables(matrix, 0, 1, 3)) {
            assertThat(gradient).isCloseTo(.0849495184, offset(1e-10));
        }
        assertThat(ofVariables(matrix, 1, 2)).containsExactly(0, 0);
    }

    @Test
    void independentBlocksAddNothingToEachOther() {
        CorrelationMatrix block = random(4, 11);
        double[] r = new double[64];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                r[i * 8 + j] = i / 4 == j / 4 ? block.get(i % 4, j % 4) : 0;
            }
        }
        CorrelationMatrix both = CorrelationMatrix.wrap(8, r);
        double[] alone = ofVariables(block, 0, 1, 2, 3);
        double[] together = ofVariables(both, 0, 1, 2, 3, 4, 5, 6, 7);
        for (int i = 0; i < 8; i++) {
            assertThat(together[i]).isCloseTo(alone[i % 4], offset(TOLERANCE));
        }
        // Pairs of members of different blocks are at positions j - 1 of the pairs that begin with member 0, for j >=
        // 4.
        double[] pairs = ofPairs(both, 0, 1, 2, 3, 4, 5, 6, 7);
        for (double gradient : Arrays.copyOfRange(pairs, 3, 7)) {
            assertThat(gradient).isCloseTo(0, offset(TOLERANCE));
        }
        assertThat(pairs[0]).isCloseTo(ofPairs(block, 0, 1, 2, 3)[0], offset(TOLERANCE));
    }

    @Test
    void singularNpletsHaveNoGradientAndOthersKeepTheirPlace() {
        double[] r = {1, 1, .3, .2, 1, 1, .3, .2, .3, .3, 1, .1, .2, .2, .1, 1};
        CorrelationMatrix matrix = CorrelationMatrix.wrap(4, r);
        List<int[]> nplets = List.of(new int[] {0, 1, 2}, new int[] {0, 2, 3}, new int[] {0, 1});
        try (Workers workers = new Workers(3)) {
            double[][] found = gradients(matrix).ofVariables(nplets, workers);
            assertThat(found[0]).hasSize(3).containsOnly(Double.NaN);
            assertThat(found[1]).isEqualTo(ofVariables(matrix, 0, 2, 3)).doesNotContain(Double.NaN);
            assertThat(found[2]).hasSize(2).containsOnly(Double.NaN);
            assertThat(gradients(matrix).ofPairs(nplets.subList(0, 2), workers)[0])
                    .containsOnly(Double.NaN);
        }
    }

    @Test
    void theFixtureHasItsKnownGradientsRawAndCorrected() {
        OInformation info = OInformation.ofSamples(Fixture.samples());
        List<int[]> nplets = List.of(new int[] {0, 1, 2, 3});
        double bit = Math.log(2);
        try (Workers workers = new Workers(2)) {
            double raw = Gradients.raw(info.scorer()).ofVariables(nplets, workers)[0][3];
            double corrected = Gradients.biasCorrected(info.scorer(), 200).ofVariables(nplets, workers)[0][3];
            assertThat(raw / bit).isCloseTo(-1.1586597210 + 1.1556035184, offset(2e-10));
            assertThat(corrected / bit).isCloseTo(-1.1585849932 + 1.1555849315, offset(2e-10));
            double pair = Gradients.biasCorrected(info.scorer(), 200).ofPairs(nplets, workers)[0][5];
            double expected = info.measures(new int[] {0, 1, 2, 3}).getFirst().o();
            assertThat(pair).isNotEqualTo(expected).isBetween(-1.0, 0.0);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        CorrelationMatrix matrix = random(12, 21);
        List<int[]> nplets = List.of(
                IntStream.range(0, 12).toArray(), new int[] {0, 5, 9}, new int[] {1, 2, 3, 4, 10}, new int[] {3, 4, 11
                });
        try (Workers one = new Workers(1);
                Workers five = new Workers(5)) {
            assertThat(gradients(matrix).ofVariables(nplets, five))
                    .isDeepEqualTo(gradients(matrix).ofVariables(nplets, one));
            assertThat(gradients(matrix).ofPairs(nplets, five))
                    .isDeepEqualTo(gradients(matrix).ofPairs(nplets, one));
        }
    }
}
