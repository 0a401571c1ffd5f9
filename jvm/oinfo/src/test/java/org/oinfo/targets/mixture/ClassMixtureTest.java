package org.oinfo.targets.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.Definition;
import org.oinfo.targets.Systems;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetSettings;

/** Information about labels by the mixture of their Gaussians: the definition, its bound, and truths. */
class ClassMixtureTest {
    private static final double LN2 = Math.log(2);

    static ClassMixture mixture(double[][] x, int[] classes, Estimator estimator, int order) {
        return ClassMixture.of(Systems.scores(x, estimator), ClassLabels.of(classes), order, Systems.settings(false));
    }

    private static int[] classes(double[][] x) {
        return Arrays.stream(x)
                .mapToInt(row -> row[0] + row[1] * row[2] > 0.5 ? 2 : row[1] > 0 ? 1 : 0)
                .toArray();
    }

    /** Every value, with every g, held out or not. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void equalsTheDefinition(int order) {
        double[][] x = Systems.mixed(90, 5, 21);
        int[] classes = classes(x);
        for (Estimator estimator : List.of(Estimator.COPULA, Estimator.GAUSSIAN)) {
            ClassMixture model = mixture(x, classes, estimator, order);
            SampleScores scores = Systems.scores(x, estimator);
            for (double g : new double[] {0, 0.1, 1}) {
                try (MixtureValue value = new MixtureValue(model, g);
                        HeldOutValue heldOut = new HeldOutValue(model)) {
                    int[] nplet = IntStream.range(5 - order, 5).toArray();
                    double[][] columns = scores.columns(nplet);
                    assertThat(value.of(nplet, order))
                            .isCloseTo(MixtureDefinition.information(columns, classes, g), within(1e-11));
                    heldOut.take(nplet);
                    assertThat(heldOut.information(g))
                            .isCloseTo(MixtureDefinition.heldOut(columns, classes, g), within(1e-11));
                }
            }
            double g = model.shrinkage(order);
            for (TargetNplet nplet : Systems.all(model, order)) {
                TargetNplet expected = Definition.nplet(
                        nplet.sources(), s -> MixtureDefinition.information(scores.columns(s), classes, g));
                Systems.assertClose(nplet, expected, 1e-10);
                assertThat(nplet.heldOut())
                        .isCloseTo(
                                MixtureDefinition.heldOut(scores.columns(nplet.sources()), classes, g), within(1e-11));
                assertThat(nplet.o()).isNaN();
            }
        }
    }

    /** What was chosen of a part of the n-plets, or of none, is not kept for the next scan. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aChoiceThatWasInterruptedIsMadeAgain(int threads) {
        double[][] x = Systems.mixed(60, 4, 22);
        ClassLabels labels = ClassLabels.of(classes(x));
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        TargetSettings settings = new TargetSettings(Systems.settings(false).backend(), false, threads);
        double expected = ClassMixture.of(scores, labels, 3, settings).shrinkage(3);
        ClassMixture model = ClassMixture.of(scores, labels, 3, settings);
        Thread.currentThread().interrupt();
        model.shrinkage(3);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(model.shrinkage(3)).isEqualTo(expected);
    }

    /** The g of the largest mean held-out information of all n-plets. */
    @Test
    void theChosenShareIsThatOfTheLargestHeldOutInformation() {
        double[][] x = Systems.mixed(60, 4, 22);
        int[] classes = classes(x);
        ClassMixture model = mixture(x, classes, Estimator.COPULA, 3);
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        double best = Double.NaN;
        double largest = Double.NEGATIVE_INFINITY;
        for (double g : new double[] {0, .01, .03, .1, .3, .5, .7, 1}) {
            double sum = 0;
            for (int left = 0; left < 4; left++) {
                int without = left;
                int[] nplet = IntStream.range(0, 4).filter(i -> i != without).toArray();
                sum += MixtureDefinition.heldOut(scores.columns(nplet), classes, g);
            }
            if (sum > largest) {
                largest = sum;
                best = g;
            }
        }
        assertThat(model.shrinkage(3)).isEqualTo(best);
    }

    /** Two classes, two sources, the second class shifted by d in both. */
    static double[][] shifted(int samples, double d, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[samples][2];
        for (int t = 0; t < samples; t++) {
            x[t][0] = random.nextGaussian() + t % 2 * d;
            x[t][1] = random.nextGaussian() + t % 2 * d;
        }
        return x;
    }

    static int[] parity(int samples) {
        return IntStream.range(0, samples).map(t -> t % 2).toArray();
    }

    /** Within four standard errors (of six values), and above by at most what ten numbers of two Gaussians fit too well, 10 / (2 T). */
    @ParameterizedTest
    @CsvSource({"1, .2013, .516", "2, .5001, .507", "4, .6865, .119"})
    void shiftsHaveTheirExactInformation(double d, double exact, double deviation) {
        int samples = 6000;
        ClassMixture model = mixture(shifted(samples, d, 31), parity(samples), Estimator.GAUSSIAN, 2);
        TargetNplet pair = Systems.all(model, 2).getFirst();
        double error = 4 * deviation / Math.sqrt(samples);
        assertThat(pair.i()).isBetween(exact - error, exact + error + 5.0 / samples);
        assertThat(pair.heldOut()).isBetween(exact - error - 5.0 / samples, exact + error);
        // Less on average; by chance a little more.
        assertThat(pair.heldOut()).isLessThan(pair.i() + 1.0 / samples);
    }

    @Test
    void completeSeparationIsTheEntropyOfTheLabelsAtEveryOrder() {
        int samples = 400;
        Random random = new Random(32);
        double[][] x = new double[samples][4];
        for (int t = 0; t < samples; t++) {
            int shift = t % 2 * 100;
            Arrays.setAll(x[t], i -> random.nextGaussian() + shift);
        }
        for (int order = 2; order <= 4; order++) {
            ClassMixture model = mixture(x, parity(samples), Estimator.GAUSSIAN, order);
            for (TargetNplet nplet : Systems.all(model, order)) {
                assertThat(nplet.i()).isBetween(LN2 - 1e-9, LN2);
                assertThat(nplet.heldOut()).isBetween(LN2 - 1e-9, LN2);
                // All is redundant: (1-k) ln 2 + k ln 2.
                assertThat(nplet.domega()).isCloseTo(LN2, within(1e-8));
                assertThat(nplet.rsi()).isCloseTo((1 - nplet.sources().length) * LN2, within(1e-8));
                assertThat(nplet.synMmi()).isCloseTo(0, within(1e-9));
            }
        }
    }

    /** Ties, heavy tails, columns that are constant within a class: seed by seed, nothing is above H(Y). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingIsAboveTheEntropyOfTheLabels(long seed) {
        Random random = new Random(seed);
        int samples = 60;
        double[][] x = new double[samples][5];
        int[] classes = new int[samples];
        for (int t = 0; t < samples; t++) {
            classes[t] = t < 4 ? 2 : random.nextInt(10) < 7 ? 0 : 1;
            int c = classes[t];
            x[t][0] = Math.rint(random.nextGaussian());
            x[t][1] = Math.tan(Math.PI * (random.nextDouble() - 0.5));
            x[t][2] = c == 0 ? 0 : random.nextGaussian();
            x[t][3] = c + 1e-6 * random.nextGaussian();
            x[t][4] = Math.max(0, random.nextGaussian() - 1);
        }
        for (Estimator estimator : List.of(Estimator.COPULA, Estimator.GAUSSIAN)) {
            ClassMixture model = mixture(x, classes, estimator, 3);
            assertThat(model.unsound()).isEmpty();
            double entropy = model.fit(3, false).entropy();
            double expected = 0;
            for (int c = 0; c < 3; c++) {
                double w = ClassLabels.of(classes).size(c) / (double) samples;
                expected -= w * Math.log(w);
            }
            assertThat(entropy).isCloseTo(expected, within(1e-15));
            for (TargetNplet nplet : Systems.all(model, 3)) {
                assertThat(nplet.i()).isLessThanOrEqualTo(entropy);
                assertThat(nplet.heldOut()).isLessThanOrEqualTo(entropy);
            }
        }
    }

    /**
     * A neuron after a ReLU, silent in the first of ten classes, active around the others' means: its information from the densities by
     * numbers, and as the mixture sees it.
     */
    @Test
    void aNeuronSilentInOneClassStaysIn() {
        Random random = new Random(33);
        int samples = 5000;
        double[] means = {-9, 0, .3, .6, .9, 1.2, 1.5, 1.8, 2.1, 2.4};
        double[][] x = new double[samples][2];
        int[] classes = IntStream.range(0, samples).map(t -> t % 10).toArray();
        for (int t = 0; t < samples; t++) {
            x[t][0] = Math.max(0, means[classes[t]] + random.nextGaussian());
            x[t][1] = random.nextGaussian();
        }
        ClassMixture model = mixture(x, classes, Estimator.GAUSSIAN, 2);
        TargetNplet pair = Systems.all(model, 2).getFirst();
        double truth = rectified(means);
        System.out.printf(
                "silent neuron: truth %.4f, i %.4f, held out %.4f, g %s%n",
                truth, pair.i(), pair.heldOut(), model.shrinkage(2));
        assertThat(pair.i()).isCloseTo(truth, within(0.1));
        assertThat(model.shrinkage(2)).isPositive();
        // The likelihood of the sources would choose the smallest g above 0.
        try (MixtureValue value = new MixtureValue(model, 0.01)) {
            double smallest = value.of(new int[] {0, 1}, 2);
            System.out.printf("silent neuron at g = 0.01: %.4f%n", smallest);
            assertThat(smallest).isLessThan(pair.i() - 0.03);
        }
    }

    /** I(max(0, m_c + n); c) of equally likely classes: the mass at 0, and an integral over what is above. */
    private static double rectified(double[] means) {
        double sum = 0;
        double[] zero = Arrays.stream(means)
                .map(m -> org.apache.commons.numbers.gamma.Erfc.value(m / Math.sqrt(2)) / 2)
                .toArray();
        double mixed = Arrays.stream(zero).average().orElseThrow();
        for (double p : zero) {
            sum += p * Math.log(p / mixed) / means.length;
        }
        double step = 1e-3;
        for (double v = step / 2; v < 12; v += step) {
            double at = v;
            double[] p = Arrays.stream(means)
                    .map(m -> Math.exp(-(at - m) * (at - m) / 2) / Math.sqrt(2 * Math.PI))
                    .toArray();
            double all = Arrays.stream(p).average().orElseThrow();
            for (double one : p) {
                sum += one > 0 ? step * one * Math.log(one / all) / means.length : 0;
            }
        }
        return sum;
    }

    /** Log-normal sources of another spread in each class: after a copula nearly right, as they are far too low. */
    @Test
    void lognormalSourcesNeedTheCopula() {
        Random random = new Random(34);
        int samples = 4000;
        double[] spread = {0.5, 1.5};
        double[][] x = new double[samples][2];
        for (int t = 0; t < samples; t++) {
            double s = spread[t % 2];
            Arrays.setAll(x[t], i -> Math.exp(s * random.nextGaussian()));
        }
        double truth = spreadInformation(spread);
        TargetNplet copula =
                Systems.all(mixture(x, parity(samples), Estimator.COPULA, 2), 2).getFirst();
        TargetNplet gaussian = Systems.all(mixture(x, parity(samples), Estimator.GAUSSIAN, 2), 2)
                .getFirst();
        System.out.printf("lognormal: truth %.4f, copula %.4f, gaussian %.4f%n", truth, copula.i(), gaussian.i());
        assertThat(copula.i()).isCloseTo(truth, within(0.05));
        assertThat(gaussian.i()).isLessThan(truth - 0.05);
    }

    /** The information of the radius of two normal variables about which of two spreads they have. */
    private static double spreadInformation(double[] spread) {
        double step = 1e-4;
        double sum = 0;
        for (double r = step / 2; r < 15; r += step) {
            double[] p = new double[2];
            for (int c = 0; c < 2; c++) {
                double v = spread[c] * spread[c];
                p[c] = r / v * Math.exp(-r * r / (2 * v));
            }
            for (double one : p) {
                sum += one > 0 ? step * one * Math.log(2 * one / (p[0] + p[1])) / 2 : 0;
            }
        }
        return sum;
    }

    @Test
    void refusesSmallClassesByName() {
        double[][] x = Systems.mixed(20, 5, 25);
        double[] words = new double[20];
        words[3] = 1;
        words[4] = 2;
        words[5] = 2;
        words[6] = 2;
        ClassLabels labels = ClassLabels.of(words, List.of("cat", "dog", "emu"));
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        assertThatThrownBy(() -> ClassMixture.of(scores, labels, 3, Systems.settings(false)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("every class must have more samples than an n-plet has sources, or its model is singular:"
                        + " order=3, too small: class dog (1 sample), class emu (3 samples); choose a smaller order,"
                        + " leave those samples out, or see TargetKind");
    }

    @Test
    void refusesACorrectionOfTheBias() {
        double[][] x = Systems.mixed(20, 3, 25);
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        assertThatThrownBy(() -> ClassMixture.of(scores, ClassLabels.of(parity(20)), 2, Systems.settings(true)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the bias of information about classes must not be corrected, for there is no formula for it:"
                                + " leave the correction out; the held-out value beside it is not too high");
    }

    @Test
    void sourcesThatDetermineEachOtherAreSingularTogether() {
        double[][] x = Systems.mixed(60, 4, 24);
        for (double[] row : x) {
            row[3] = 2 * row[1];
        }
        ClassMixture model = mixture(x, parity(60), Estimator.GAUSSIAN, 2);
        assertThat(Systems.all(model, 2)).hasSize(5);
        double[][] known = Systems.mixed(60, 4, 24);
        for (int t = 0; t < 60; t++) {
            known[t][2] = t % 2;
        }
        assertThat(mixture(known, parity(60), Estimator.COPULA, 2).unsound()).containsExactly(2);
    }
}
