package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.images.Images;

/**
 * The gain of the loss when one unit of a hidden layer answers 0 to every image: a channel of a convolution at all positions, a feature
 * of tokens in all of them.
 *
 * <p>Layers up to the unit's are computed once for all units, and those behind it only for the images that the unit answers to;
 * the loss of the others stays as it is.
 */
public final class Ablation {
    /** Images at a time. */
    private static final int BATCH = 1000;
    /** Units that one thread silences at a time, one after the other. */
    private static final int UNITS = 8;

    private Ablation() {}

    /**
     * Gains in mean cross-entropy, nats, for each unit of a hidden layer: positive where the unit helps.
     *
     * @param layer position of the layer in the architecture
     * @param workers share the units; the result does not depend on their number
     * @param watch is told each unit (order 0) when its last image is done
     * @throws CancellationException the watch stops the work
     */
    public static double[] lossGains(Network network, int layer, Images images, Workers workers, Watch watch) {
        int units = network.architecture().hidden().get(layer).units();
        double[] sums = new double[units];
        try (NDManager manager = Torch.newManager();
                BatchedNetwork whole = new BatchedNetwork(manager, List.of(network), List.of())) {
            Values[] seen = new Values[1];
            BatchedNetwork.LayerObserver look = (l, answer) -> {
                if (l == layer) {
                    seen[0] = Values.of(answer);
                }
            };
            LayerValues.batches(manager, whole, images, BATCH, look, (first, count, logits) -> {
                int[] labels = Arrays.copyOfRange(images.labels(), first, first + count);
                Batch batch = new Batch(network, layer, seen[0], labels, losses(logits, labels), sums, watch);
                boolean last = first + count == images.count();
                workers.run(Math.ceilDiv(units, UNITS), () -> task -> {
                    int to = Math.min(units, (task + 1) * UNITS);
                    batch.silence(task * UNITS, to);
                    if (last) {
                        watch.advanced(0, to - task * UNITS);
                    }
                });
            });
        }
        return Arrays.stream(sums).map(sum -> sum / images.count()).toArray();
    }

    /** Cross-entropy of each image, nats. */
    private static double[] losses(NDArray logits, int[] labels) {
        int classes = (int) logits.getShape().get(logits.getShape().dimension() - 1);
        float[] logProbabilities = logits.logSoftmax(-1).toFloatArray();
        double[] losses = new double[labels.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = -logProbabilities[i * classes + labels[i]];
        }
        return losses;
    }

    /**
     * The answers of a layer to some images.
     *
     * @param values [images][units][positions]
     * @param past [images][units carried][positions], what is carried past the next layer; empty outside of residual blocks
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Values(float[] values, float[] past, int images, int units, int positions) {
        static Values of(LayerAnswer answer) {
            NDArray after = answer.after();
            NDArray carried = answer.carried();
            Shape shape = after.getShape();
            return new Values(
                    after.toFloatArray(),
                    carried == null ? new float[0] : carried.toFloatArray(),
                    (int) shape.get(1),
                    (int) shape.get(2),
                    (int) shape.get(3));
        }

        /** Images, ascending, to which a unit does not answer 0 everywhere. */
        int[] answered(int unit) {
            int width = units * positions;
            int[] found = new int[images];
            int count = 0;
            for (int i = 0; i < found.length; i++) {
                int from = i * width + unit * positions;
                boolean any = false;
                for (int p = from; p < from + positions; p++) {
                    any |= values[p] != 0;
                }
                if (any) {
                    found[count++] = i;
                }
            }
            return Arrays.copyOf(found, count);
        }

        /** The answers to some images with a unit silenced. */
        NDArray silenced(NDManager manager, int unit, int[] some) {
            int width = units * positions;
            float[] rows = rows(values, width, some);
            for (int i = 0; i < some.length; i++) {
                Arrays.fill(rows, i * width + unit * positions, i * width + (unit + 1) * positions, 0);
            }
            return manager.create(rows, new Shape(1, some.length, units, positions));
        }

        /** What is carried past the next layer of some images; null where nothing is. */
        @Nullable
        NDArray carried(NDManager manager, int[] some) {
            if (past.length == 0) {
                return null;
            }
            int width = past.length / images;
            return manager.create(rows(past, width, some), new Shape(1, some.length, width / positions, positions));
        }

        private static float[] rows(float[] all, int width, int[] some) {
            float[] rows = new float[some.length * width];
            for (int i = 0; i < some.length; i++) {
                System.arraycopy(all, some[i] * width, rows, i * width, width);
            }
            return rows;
        }
    }

    /**
     * Some of the images.
     *
     * @param whole the loss of the whole network, for each image
     * @param sums what the units' losses gain over all images so far
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Batch(
            Network network, int layer, Values values, int[] labels, double[] whole, double[] sums, Watch watch) {
        /** Silences units from..to-1, one after the other. */
        void silence(int from, int to) {
            try (NDManager manager = Torch.newManager();
                    BatchedNetwork copy = new BatchedNetwork(manager, List.of(network), List.of())) {
                for (int unit = from; unit < to; unit++) {
                    if (!watch.goOn()) {
                        throw new CancellationException();
                    }
                    sums[unit] += gain(manager, copy, unit);
                }
            }
        }

        private double gain(NDManager manager, BatchedNetwork copy, int unit) {
            int[] some = values.answered(unit);
            if (some.length == 0) {
                return 0;
            }
            try (NDManager scope = manager.newSubManager()) {
                NDArray logits = copy.behind(layer, values.silenced(scope, unit, some), values.carried(scope, some));
                double[] silenced =
                        losses(logits, Arrays.stream(some).map(i -> labels[i]).toArray());
                double gain = 0;
                for (int i = 0; i < some.length; i++) {
                    gain += silenced[i] - whole[some[i]];
                }
                return gain;
            }
        }
    }
}
