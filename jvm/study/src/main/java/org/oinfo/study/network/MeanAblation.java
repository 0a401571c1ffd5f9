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
    /** Images of all groups that are computed at a time, at most. */
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
        int together = Math.max(1, network.architecture().images(1, TOGETHER) / labels.length);
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
        try (NDManager scope = manager.newSubManager()) {
            NDArray logits = batched.behind(layer, ablated(scope, groups), past(scope, groups.size()));
            int classes = network.architecture().output().units();
            float[] logProbabilities = logits.logSoftmax(-1).toFloatArray();
            double[] losses = new double[groups.size()];
            for (int row = 0; row < groups.size() * labels.length; row++) {
                int label = labels[row % labels.length];
                losses[row / labels.length] -= logProbabilities[row * classes + label] / (double) labels.length;
            }
            return losses;
        }
    }

    /** The layer's answers [1][groups*images][units][positions], the means in place of those of a group's units. */
    private NDArray ablated(NDManager scope, List<int[]> groups) {
        int positions = means.length / units;
        float[] silent = new float[groups.size() * units];
        for (int g = 0; g < groups.size(); g++) {
            for (int unit : groups.get(g)) {
                silent[g * units + unit] = 1;
            }
        }
        // Put together where it is used: arrays that are handed over leave a copy to the garbage collector, which sees
        // no need.
        NDArray gone = scope.create(silent, new Shape(groups.size(), 1, units, 1));
        NDArray all = scope.create(values, new Shape(1, labels.length, units, positions));
        NDArray instead = scope.create(means, new Shape(1, 1, units, positions));
        return all.mul(gone.mul(-1).add(1))
                .add(instead.mul(gone))
                .reshape(1, groups.size() * (long) labels.length, units, positions);
    }

    /** What is carried past the layer, once for each group; null where nothing is. */
    private @Nullable NDArray past(NDManager scope, int groups) {
        if (carried.length == 0) {
            return null;
        }
        int positions = means.length / units;
        int past = carried.length / labels.length / positions;
        return scope.create(carried, new Shape(1, labels.length, past, positions))
                .broadcast(groups, labels.length, past, positions)
                .reshape(1, groups * (long) labels.length, past, positions);
    }
}
