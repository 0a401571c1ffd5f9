package org.oinfo.kernels.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Backend;

/** What every kernel of posterior probabilities must do: the sum of the definition, the bits of plain Java, never above 0. */
public abstract class PosteriorContract {
    private static final int VARIABLES = 7;

    /** The backend under test. */
    protected abstract Backend backend();

    private static double[][] samples(Random random, int samples) {
        double[][] x = new double[VARIABLES][samples];
        for (double[] column : x) {
            for (int t = 0; t < samples; t++) {
                column[t] = 2 * random.nextGaussian();
            }
        }
        return x;
    }

    private static double[] classes(Random random, int count, int order, double spread) {
        return random.doubles((long) count * PosteriorKernel.numbers(order))
                .map(u -> spread * (u - 0.5))
                .toArray();
    }

    /** ln of the probability of a class, by the exponentials of all differences to it. */
    private static double definition(
            double[][] x, int[] nplet, double[] classes, int count, int own, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            double[] log = new double[count];
            int at = 0;
            for (int c = 0; c < count; c++) {
                log[c] = classes[at++];
                for (int i = 0; i < nplet.length; i++) {
                    double u = classes[at++];
                    for (int j = 0; j <= i; j++) {
                        u += classes[at++] * x[nplet[j]][t];
                    }
                    log[c] -= u * u;
                }
            }
            double others = 0;
            for (int c = 0; c < count; c++) {
                others += c == own ? 0 : StrictMath.exp(log[c] - log[own]);
            }
            sum -= StrictMath.log1p(others);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void sumsAreThoseOfTheDefinition(int order) {
        Random random = new Random(order);
        int[] nplet = random.ints(0, VARIABLES).distinct().limit(order).sorted().toArray();
        double worst = 0;
        for (int size : new int[] {1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 200}) {
            for (int count : new int[] {2, 3, 10}) {
                double[][] x = samples(random, size + 13);
                double[] classes = classes(random, count, order, 1.5);
                int own = random.nextInt(count);
                int from = random.nextInt(13);
                try (PosteriorKernel kernel = backend().posterior(new PosteriorSamples(x))) {
                    double found = kernel.sum(nplet, 0, order, classes, count, own, from, from + size);
                    double expected = definition(x, nplet, classes, count, own, from, from + size);
                    worst = Math.max(worst, Math.abs(found - expected) / (1 + Math.abs(expected)));
                    assertThat(found).isLessThanOrEqualTo(0);
                }
            }
        }
        System.out.printf("posterior %s order %d: %.1e of the sum%n", backend().name(), order, worst);
        // Logarithms of hundreds, whose rounding is 1e-14 each, may cancel.
        assertThat(worst).isLessThan(1e-12);
    }

    /** The bits are those of plain Java, also where classes lie a thousand standard deviations apart. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 30, 1e4})
    void bitsAreThoseOfPlainJava(double spread) {
        Random random = new Random(11);
        for (int order = 1; order <= VARIABLES; order++) {
            double[][] x = samples(random, 150);
            PosteriorSamples samples = new PosteriorSamples(x);
            double[] classes = classes(random, 5, order, spread);
            int[] nplets = {6, 0, 1, 2, 3, 4, 5, 6};
            try (PosteriorKernel kernel = backend().posterior(samples);
                    PosteriorKernel plain = new ScalarPosterior(samples)) {
                for (int to = 1; to <= 150; to += 7) {
                    double expected = plain.sum(nplets, 1, order, classes, 5, to % 5, to / 3, to);
                    assertThat(kernel.sum(nplets, 1, order, classes, 5, to % 5, to / 3, to))
                            .isEqualTo(expected)
                            .isLessThanOrEqualTo(0);
                }
            }
        }
    }

    /** One class alone is certain; of two equal ones each has a half. */
    @Test
    void certaintyAndHalves() {
        double[][] x = samples(new Random(3), 21);
        double[] one = classes(new Random(4), 1, 2, 1);
        double[] two = new double[2 * one.length];
        System.arraycopy(one, 0, two, 0, one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        try (PosteriorKernel kernel = backend().posterior(new PosteriorSamples(x))) {
            assertThat(kernel.sum(new int[] {1, 4}, 0, 2, one, 1, 0, 0, 21)).isZero();
            assertThat(kernel.sum(new int[] {1, 4}, 0, 2, two, 2, 1, 0, 21))
                    .isCloseTo(-21 * Math.log(2), within(1e-13));
            assertThat(kernel.sum(new int[] {1, 4}, 0, 2, two, 2, 1, 5, 5)).isZero();
        }
    }
}
