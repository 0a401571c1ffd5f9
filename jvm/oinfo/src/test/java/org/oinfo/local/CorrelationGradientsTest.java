package org.oinfo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/** Against central differences of Omega by its definition, and a closed form. */
class CorrelationGradientsTest {
    private static double[] of(CorrelationMatrix matrix, int... nplet) {
        try (Workers workers = new Workers(2)) {
            return new CorrelationGradients(matrix).of(List.of(nplet), workers)[0];
        }
    }

    /** Correlations of n variables that share two hidden ones. */
    private static double[] correlations(int n, long seed) {
        Random random = new Random(seed);
        double[][] loadings = new double[n][2];
        for (double[] row : loadings) {
            Arrays.setAll(row, i -> 1.2 * random.nextDouble() - 0.6);
        }
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] = i == j ? 1 : loadings[i][0] * loadings[j][0] + loadings[i][1] * loadings[j][1];
            }
        }
        return r;
    }

    private static CorrelationMatrix moved(double[] r, int n, int i, int j, double by) {
        double[] other = r.clone();
        other[i * n + j] += by;
        other[j * n + i] += by;
        return CorrelationMatrix.wrap(n, other);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7})
    void theyAreTheDifferencesOfOmega(int k) {
        int n = 9;
        double[] r = correlations(n, 40 + k);
        int[] nplet = new Random(k).ints(0, n).distinct().limit(k).sorted().toArray();
        double[] found = of(CorrelationMatrix.wrap(n, r), nplet);
        double step = 1e-5;
        int at = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                double above = new Definition(moved(r, n, nplet[i], nplet[j], step)).omega(nplet);
                double below = new Definition(moved(r, n, nplet[i], nplet[j], -step)).omega(nplet);
                // The third derivative times the step squared, and the rounding of Omega over the step.
                assertThat(found[at++]).isCloseTo((above - below) / (2 * step), offset(1e-8));
            }
        }
        assertThat(found).hasSize(at);
    }

    /**
     * Three equal correlations r: P_mm = (1 - r^2) / D with D = (1-r)^2 (1+2r), so Omega = 1/2 ln D - 3/2 ln(1 - r^2), whose derivative by r
     * is three times that by one correlation.
     */
    @Test
    void equalCorrelationsHaveTheClosedForm() {
        double r = 0.4;
        double[] matrix = {1, r, r, r, 1, r, r, r, 1};
        double third = (-1 / (1 - r) + 1 / (1 + 2 * r) + 3 * r / (1 - r * r)) / 3;
        double[] found = of(CorrelationMatrix.wrap(3, matrix), 0, 1, 2);
        assertThat(found).hasSize(3);
        for (double each : found) {
            assertThat(each).isCloseTo(third, offset(1e-14));
        }
    }

    @Test
    void pairsHaveNoneAndSingularOnesAreNaN() {
        double[] r = {1, .5, 1, .5, 1, .5, 1, .5, 1};
        assertThat(of(CorrelationMatrix.wrap(3, r), 0, 1)[0]).isCloseTo(0, offset(1e-15));
        assertThat(of(CorrelationMatrix.wrap(3, r), 0, 1, 2)).containsOnly(Double.NaN);
    }
}
