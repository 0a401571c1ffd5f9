package org.oinfo.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScoredNplet;
import org.oinfo.estimate.options.Binning;
import org.oinfo.estimate.options.DiscreteOptions;
import org.oinfo.estimate.options.Entropy;

/** Entropies by Grassberger's formula, and bins of equal width. */
class GrassbergerTest {
    private static final double GAMMA = 0.5772156649015329;

    private static OInformationOptions options(DiscreteOptions how) {
        OInformationOptions discrete = Tables.discrete();
        return discrete.withEstimate(discrete.estimate().withDiscrete(how));
    }

    /** psi(n / 2), from psi(1) and psi(1/2) upwards. */
    private static double psiOfHalf(int n) {
        double sum = n % 2 == 0 ? -GAMMA : -GAMMA - 2 * Math.log(2);
        for (int m = n % 2 == 0 ? 2 : 1; m < n; m += 2) {
            sum += 2.0 / m;
        }
        return sum;
    }

    private static double entropy(double[][] x, int... variables) {
        Map<String, Integer> counts = new HashMap<>();
        for (double[] row : x) {
            double[] state = Arrays.stream(variables).mapToDouble(v -> row[v]).toArray();
            counts.merge(Arrays.toString(state), 1, Integer::sum);
        }
        double sum = 0;
        for (int c : counts.values()) {
            double sign = c % 2 == 0 ? 0.5 : -0.5;
            sum += c * (psiOfHalf(2 * c) + sign * (psiOfHalf(c + 1) - psiOfHalf(c)));
        }
        return Math.log(x.length) - sum / x.length;
    }

    @ParameterizedTest
    @CsvSource({"1,20", "2,65", "3,300", "4,2000"})
    void measuresAreThoseOfTheFormula(long seed, int samples) {
        double[][] x = Tables.random(samples, new int[] {2, 3, 40, 5}, new Random(seed));
        OInformation info =
                OInformation.ofSamples(x, options(DiscreteOptions.defaults().withEntropy(Entropy.GRASSBERGER)));
        for (int[] n : new int[][] {{0, 1, 2}, {0, 1, 3}, {1, 2, 3}}) {
            ScoredNplet found = info.measures(n).getFirst();
            double joint = entropy(x, n);
            double alone = entropy(x, n[0]) + entropy(x, n[1]) + entropy(x, n[2]);
            double without = entropy(x, n[1], n[2]) + entropy(x, n[0], n[2]) + entropy(x, n[0], n[1]);
            assertThat(found.tc()).as("seed=%d", seed).isCloseTo(alone - joint, within(1e-11));
            assertThat(found.dtc()).as("seed=%d", seed).isCloseTo(without - 2 * joint, within(1e-11));
        }
    }

    @Test
    void itHasLessBiasThanCountingAlone() {
        // Three independent columns of 4 values: TC is 0, and counting adds about (63 - 9) / (2 T) = .135.
        Random random = new Random(9);
        double[][] x = new double[200][];
        Arrays.setAll(x, t -> random.ints(3, 0, 4).asDoubleStream().toArray());
        assertThat(tc(x, Entropy.PLUG_IN)).isCloseTo(.135, within(.06));
        assertThat(tc(x, Entropy.GRASSBERGER)).isCloseTo(0, within(.05));
    }

    private static double tc(double[][] x, Entropy entropy) {
        return OInformation.ofSamples(x, options(DiscreteOptions.defaults().withEntropy(entropy)))
                .measures(new int[] {0, 1, 2})
                .getFirst()
                .tc();
    }

    @Test
    void binsOfEqualWidth() {
        double[][] x = {{0}, {0.24}, {0.25}, {0.5}, {0.74}, {1}, {1}, {0.1}};
        Alphabet found = Alphabet.of(Arrays.stream(x).mapToDouble(row -> row[0]).toArray(), 4, Binning.WIDTH);
        assertThat(found.symbols()).isEqualTo(4);
        assertThat(found.encoded()).containsExactly(0, 0, 1, 2, 2, 3, 3, 0);
        double[] far = {-1.7e308, 1.7e308, 0, 1, 2, 1e307};
        assertThat(Alphabet.of(far, 3, Binning.WIDTH).encoded()).containsExactly(0, 2, 1, 1, 1, 1);
    }

    @Test
    void twoCorrectionsAreRefused() {
        OInformationOptions grassberger = options(DiscreteOptions.defaults().withEntropy(Entropy.GRASSBERGER));
        assertThatThrownBy(() -> grassberger.withBiasCorrect(true))
                .hasMessage(
                        "bias correction of counts is that of Miller and Madow: found the entropy GRASSBERGER; choose"
                                + " one of the two");
    }
}
