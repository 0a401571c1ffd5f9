package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.Workers;
import org.oinfo.study.images.Images;

/**
 * What the loss gains when units of a hidden layer answer every image with what they answer on average: each position of a channel, and
 * each token of a feature, with its own mean over the training images.
 */
public final class MeanAblation {
    /** Images of all groups that are computed at a time. */
    private static final int TOGETHER = 10_000;

    private final Network network;
    private final int layer;
    private final int[] labels;
    private final int units;
    /** [images][width] after the ReLU. */
    private final float[] values;
    /** [images][..] what is carried past the next layer; empty outside of residual blocks. */
    private final float[] carried;
    /** [width] over the training images. */
    private final float[] means;

    private final int threads;

    private MeanAblation(Network network, int layer, int[] labels, Seen seen, float[] means, int threads) {
        this.network = network;
        this.layer = layer;
        this.labels = labels;
        this.units = network.architecture().layers().get(layer).units();
        this.values = seen.values;
        this.carried = seen.carried;
        this.means = means;
        this.threads = threads;
    }

    /**
     * Makes ready.
     *
     * @param layer position of a hidden layer
     * @param training that means are taken over
     * @param test that the loss is taken over
     * @param threads that ablate groups side by side; the losses do not depend on it
     */
    public static MeanAblation of(Network network, int layer, Images training, Images test, int threads) {
        Seen seen = new Seen();
        each(network, layer, test, seen::add);
        double[] sums = new double[seen.values.length / test.count()];
        each(network, layer, training, answer -> {
            float[] batch = answer.after().toFloatArray();
            for (int i = 0; i < batch.length; i++) {
                sums[i % sums.length] += batch[i];
            }
        });
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / training.count());
        }
        return new MeanAblation(network, layer, test.labels(), seen, means, threads);
    }

    /** What a layer answers to images, batch behind batch. */
    private static final class Seen {
        private float[] values = {};
        private float[] carried = {};

        void add(LayerAnswer answer) {
            values = joined(values, answer.after());
            NDArray past = answer.carried();
            carried = past == null ? carried : joined(carried, past);
        }

        private static float[] joined(float[] before, NDArray batch) {
            float[] more = batch.toFloatArray();
            float[] all = Arrays.copyOf(before, before.length + more.length);
            System.arraycopy(more, 0, all, before.length, more.length);
            return all;
        }
    }

    private static void each(Network network, int layer, Images images, Consumer<LayerAnswer> consumer) {
        try (NDManager manager = Torch.newManager();
                BatchedNetwork batched = new BatchedNetwork(manager, List.of(network), List.of())) {
            LayerValues.batches(
                    manager,
                    batched,
                    images,
                    1000,
                    (l, answer) -> {
                        if (l == layer) {
                            consumer.accept(answer);
                        }
                    },
                    (first, count, logits) -> {});
        }
    }

    /**
     * Gains in mean cross-entropy, nats, of groups of units.
     *
     * @param groups units, 0-based
     */
    public double[] lossGains(List<int[]> groups) {
        int together = Math.max(1, TOGETHER / labels.length);
        double whole = losses(List.of(new int[0]))[0];
        double[] gains = new double[groups.size()];
        try (Workers workers = new Workers(threads)) {
            workers.run((gains.length + together - 1) / together, () -> task -> {
                int from = task * together;
                double[] losses = losses(groups.subList(from, Math.min(gains.length, from + together)));
                for (int g = 0; g < losses.length; g++) {
                    gains[from + g] = losses[g] - whole;
                }
            });
        }
        return gains;
    }

    private double[] losses(List<int[]> groups) {
        try (NDManager manager = Torch.newManager();
                BatchedNetwork batched = new BatchedNetwork(manager, List.of(network), List.of())) {
            return losses(manager, batched, groups);
        }
    }

    private double[] losses(NDManager manager, BatchedNetwork batched, List<int[]> groups) {
        int width = means.length;
        int positions = width / units;
        float[] all = new float[groups.size() * values.length];
        for (int g = 0; g < groups.size(); g++) {
            int from = g * values.length;
            System.arraycopy(values, 0, all, from, values.length);
            for (int unit : groups.get(g)) {
                for (int i = 0; i < labels.length; i++) {
                    System.arraycopy(means, unit * positions, all, from + i * width + unit * positions, positions);
                }
            }
        }
        try (NDManager scope = manager.newSubManager()) {
            int rows = groups.size() * labels.length;
            NDArray ablated = scope.create(all, new Shape(1, rows, units, positions));
            NDArray logits = batched.behind(layer, ablated, past(scope, groups.size()));
            int classes = network.architecture().output().units();
            float[] logProbabilities = logits.logSoftmax(-1).toFloatArray();
            double[] losses = new double[groups.size()];
            for (int row = 0; row < rows; row++) {
                int label = labels[row % labels.length];
                losses[row / labels.length] -= logProbabilities[row * classes + label] / (double) labels.length;
            }
            return losses;
        }
    }

    /** What is carried past the layer, once for each group; null where nothing is. */
    private @Nullable NDArray past(NDManager scope, int groups) {
        if (carried.length == 0) {
            return null;
        }
        float[] all = new float[groups * carried.length];
        for (int g = 0; g < groups; g++) {
            System.arraycopy(carried, 0, all, g * carried.length, carried.length);
        }
        int positions = means.length / units;
        int past = carried.length / labels.length / positions;
        return scope.create(all, new Shape(1, groups * (long) labels.length, past, positions));
    }
}
