package org.oinfo.study.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oinfo.OInformation;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.result.LayerLandscape.Subsets;

class RandomSubsetsTest {
    private static final int DRAWS = 9;
    private static final int SIZE = 6;

    @Test
    void extremesAreThoseOfAllGroupsOfEachSubset() {
        double[][] x = Layers.connected(11, 300, 13);
        double[][] r = Oracle.correlations(x);
        List<Subsets> found;
        try (Workers workers = new Workers(1)) {
            found = RandomSubsets.of(
                    OInformation.ofSamples(x).estimate().matrix(),
                    List.of(3, 4, 6, 7),
                    DRAWS,
                    SIZE,
                    5,
                    workers,
                    new Watch(Monitor.NONE));
        }
        assertThat(found).extracting(Subsets::order).containsExactly(3, 4, 6);
        for (Subsets subsets : found) {
            assertThat(subsets.size()).isEqualTo(SIZE);
            assertThat(subsets.draws()).isEqualTo(DRAWS);
            List<double[]> omegas = new ArrayList<>();
            for (int[] subset : RandomSubsets.draw(13, DRAWS, SIZE, 5)) {
                List<Integer> neurons = IntStream.of(subset).boxed().toList();
                omegas.add(Oracle.groups(neurons, subsets.order()).stream()
                        .mapToDouble(group -> Oracle.omega(r, group))
                        .sorted()
                        .toArray());
            }
            double[] least = omegas.stream().mapToDouble(all -> all[0]).toArray();
            double[] mean = omegas.stream()
                    .mapToDouble(all -> Arrays.stream(all).average().orElseThrow())
                    .toArray();
            double[] most =
                    omegas.stream().mapToDouble(all -> all[all.length - 1]).toArray();
            assertFigure(subsets.min(), subsets.minDeviation(), least);
            assertFigure(subsets.mean(), subsets.meanDeviation(), mean);
            assertFigure(subsets.max(), subsets.maxDeviation(), most);
        }
    }

    private static void assertFigure(double mean, double deviation, double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double expected = sum / values.length;
        assertThat(mean).isCloseTo(expected, within(1e-12));
        double variance = (squares - sum * expected) / (values.length - 1);
        assertThat(deviation * deviation).isCloseTo(variance, within(1e-12)).isPositive();
    }

    @Test
    void everyNeuronIsDrawnAboutEquallyOftenAndNeverTwice() {
        long seed = 3;
        int[] counts = new int[40];
        for (int[] subset : RandomSubsets.draw(40, 4000, 10, seed)) {
            assertThat(IntStream.of(subset).distinct().sorted().toArray()).isEqualTo(subset);
            IntStream.of(subset).forEach(neuron -> counts[neuron]++);
        }
        // 4000 draws of probability 1/4: mean 1000, standard deviation 27.
        assertThat(IntStream.of(counts).boxed().toList())
                .as("seed %d", seed)
                .allSatisfy(count -> assertThat(count).isBetween(860, 1140));
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherDoesNot() {
        assertThat(RandomSubsets.draw(40, 5, 10, 1)).isDeepEqualTo(RandomSubsets.draw(40, 5, 10, 1));
        assertThat(Arrays.deepEquals(RandomSubsets.draw(40, 5, 10, 1), RandomSubsets.draw(40, 5, 10, 2)))
                .isFalse();
    }
}
