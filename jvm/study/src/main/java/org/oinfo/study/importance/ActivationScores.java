package org.oinfo.study.importance;

import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Variance;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Workers;

/**
 * Scores that the activations of each neuron give, one neuron at a time.
 *
 * @param dead [neurons], whether the value never changes
 * @param variance [neurons], divisor T - 1; exactly 0 for dead neurons
 * @param information [neurons] mutual information with the class, nats; 0 for dead neurons; null without classes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record ActivationScores(boolean[] dead, double[] variance, double @Nullable [] information) {
    /** Neurons read at a time: rows of a file are read by whole cache lines. */
    private static final int TOGETHER = 16;

    /** Scores of all neurons; the same for any number of workers. */
    static ActivationScores of(Samples samples, @Nullable ClassInformation classes, Workers workers) {
        int neurons = samples.variables();
        ActivationScores scores = new ActivationScores(
                new boolean[neurons], new double[neurons], classes == null ? null : new double[neurons]);
        workers.run(Math.ceilDiv(neurons, TOGETHER), () -> {
            double[] block = new double[TOGETHER * samples.samples()];
            return task -> {
                int first = task * TOGETHER;
                int count = Math.min(TOGETHER, neurons - first);
                samples.read(0, samples.samples(), first, count, block);
                for (int i = 0; i < count; i++) {
                    scores.score(first + i, column(block, samples.samples(), i, count), classes);
                }
            };
        });
        return scores;
    }

    private static double[] column(double[] block, int samples, int column, int columns) {
        double[] values = new double[samples];
        for (int t = 0; t < samples; t++) {
            values[t] = block[t * columns + column];
        }
        return values;
    }

    private void score(int neuron, double[] values, @Nullable ClassInformation classes) {
        dead[neuron] = constant(values);
        // Rounding of the mean may leave equal values a variance.
        variance[neuron] = dead[neuron] ? 0 : Variance.of(values).getAsDouble();
        if (classes != null && information != null && !dead[neuron]) {
            information[neuron] = classes.with(values);
        }
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** Neurons whose value changes. */
    int alive() {
        return (int) IntStream.range(0, dead.length).filter(i -> !dead[i]).count();
    }
}
