package org.oinfo.study.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.data.ColumnPanels;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Workers;

/**
 * Facts of a layer's values that are seen before any correlation.
 *
 * @param width neurons
 * @param dead neurons whose value never changes, ascending
 * @param zeros share of exact zeros among the values of the others; 0 where all are dead
 * @param tied share of their values that another sample of the same neuron has too; 0 where all are dead
 */
record LayerFacts(int width, List<Integer> dead, double zeros, double tied) {
    /** Looks at every value. */
    static LayerFacts of(Samples samples, Workers workers) {
        int width = samples.variables();
        boolean[] dead = new boolean[width];
        int[] zeros = new int[width];
        int[] tied = new int[width];
        workers.run(ColumnPanels.count(samples), () -> {
            ColumnPanels panels = new ColumnPanels(samples);
            return panel -> panels.read(panel, (neuron, values) -> {
                for (int t = 0; t < values.length; t++) {
                    values[t] += 0.0; // -0.0 becomes 0.0
                    zeros[neuron] += values[t] == 0 ? 1 : 0;
                }
                Arrays.sort(values);
                dead[neuron] = values[0] == values[values.length - 1];
                tied[neuron] = tied(values);
            });
        });
        int[] alive = IntStream.range(0, width).filter(neuron -> !dead[neuron]).toArray();
        return new LayerFacts(
                width,
                IntStream.range(0, width).filter(neuron -> dead[neuron]).boxed().toList(),
                share(zeros, alive, samples.samples()),
                share(tied, alive, samples.samples()));
    }

    private static int tied(double[] sorted) {
        int tied = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
            tied += before || after ? 1 : 0;
        }
        return tied;
    }

    private static double share(int[] counts, int[] neurons, int samples) {
        long sum = IntStream.of(neurons).mapToLong(neuron -> counts[neuron]).sum();
        return neurons.length == 0 ? 0 : sum / ((double) neurons.length * samples);
    }

    /** Neurons that take part. */
    int alive() {
        return width - dead.size();
    }
}
