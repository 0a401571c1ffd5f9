package org.oinfo.study.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.oinfo.parallel.RandomStreams;

class ClassInformationTest {
    @Test
    void aNeuronThatNamesTheClassHasAllOfItsEntropy() {
        int[] labels = new int[400];
        double[] values = new double[400];
        for (int t = 0; t < 400; t++) {
            labels[t] = t % 4;
            values[t] = 10 - labels[t];
        }
        // Three entropies of four equal cells: ln 4 + 3 / 800 each.
        assertThat(new ClassInformation(labels).with(values)).isCloseTo(Math.log(4) + 3 / 800.0, within(1e-14));
    }

    @Test
    void aNeuronSilentForAClassHasFiniteInformation() {
        int[] labels = {-7, -7, -7, -7, 1_000_000, 1_000_000, 1_000_000, 1_000_000};
        double[] values = {0, -0.0, 0, 0, 1, 1, 2, 2};
        // Cells: zeros with one class (4), ones (2) and twos (2) with the other: I = ln 2 + (2 + 1 - 2) / 16.
        assertThat(new ClassInformation(labels).with(values)).isCloseTo(Math.log(2) + 1 / 16.0, within(1e-14));
    }

    @Test
    void theInformationOfMostlyZerosIsThatOfTheirBins() {
        long seed = 31;
        System.out.println("seed=" + seed);
        UniformRandomProvider random = RandomStreams.of(seed, 0);
        int samples = 700;
        int[] labels = new int[samples];
        double[] values = new double[samples];
        for (int t = 0; t < samples; t++) {
            labels[t] = random.nextInt(5);
            values[t] = Math.max(0, random.nextDouble() - 0.6 + 0.1 * labels[t]);
        }
        assertThat(new ClassInformation(labels).with(values)).isCloseTo(definition(values, labels), within(1e-12));
    }

    /** Mutual information in 16 bins from the definition: counts of places, cells by name. */
    static double definition(double[] values, int[] labels) {
        Map<String, Integer> bins = new HashMap<>();
        Map<String, Integer> classes = new HashMap<>();
        Map<String, Integer> cells = new HashMap<>();
        for (int t = 0; t < values.length; t++) {
            int below = 0;
            int upTo = 0;
            for (double other : values) {
                below += other < values[t] ? 1 : 0;
                upTo += other <= values[t] ? 1 : 0;
            }
            // floor(16 m / T), m = (below + upTo) / 2
            String bin = "" + 16 * (below + upTo) / (2 * values.length);
            bins.merge(bin, 1, Integer::sum);
            classes.merge("" + labels[t], 1, Integer::sum);
            cells.merge(bin + "," + labels[t], 1, Integer::sum);
        }
        return entropy(bins, values.length) + entropy(classes, values.length) - entropy(cells, values.length);
    }

    private static double entropy(Map<String, Integer> counts, int samples) {
        double sum = Math.log(samples) + (counts.size() - 1) / (2.0 * samples);
        for (int count : counts.values()) {
            sum -= count * Math.log(count) / samples;
        }
        return sum;
    }

    @Test
    void anIndependentNeuronHasNoneOnAverage() {
        long seed = 8;
        System.out.println("seed=" + seed);
        double sum = 0;
        double uncorrected = 15 * 9 / (2.0 * 2000);
        for (int draw = 0; draw < 40; draw++) {
            UniformRandomProvider random = RandomStreams.of(seed, draw);
            int[] labels = random.ints(2000, 0, 10).toArray();
            double[] values = random.doubles(2000).toArray();
            sum += new ClassInformation(labels).with(values);
        }
        // The plug-in estimate would be 0.034 nats; the mean of 40 has a standard error of 0.0007.
        assertThat(uncorrected).isCloseTo(0.03375, within(1e-15));
        assertThat(sum / 40).isCloseTo(0, within(0.003));
    }
}
