package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.List;
import org.oinfo.study.images.Images;

/**
 * The answers of every neuron of a network to images. A channel of a convolution answers with its mean over all positions, a feature of
 * tokens with its mean over all tokens.
 */
public final class LayerValues {
    /** Images at a time. */
    private static final int BATCH = 1000;

    private LayerValues() {}

    /** Takes the values of a layer. */
    @FunctionalInterface
    public interface Consumer {
        /**
         * A layer's answers to the next images; all layers of a batch come before the next batch.
         *
         * @param layer position in the architecture
         * @param images how many
         * @param before [images*units], before the ReLU or GELU; the logits in the output layer
         * @param after [images*units], after it; the logits in the output layer
         */
        void layer(int layer, int images, float[] before, float[] after);
    }

    /** Shows every layer's answers to all images, batch after batch. */
    public static void of(Network network, Images images, Consumer consumer) {
        try (NDManager manager = Torch.newManager();
                BatchedNetwork batched = new BatchedNetwork(manager, List.of(network), List.of())) {
            BatchedNetwork.LayerObserver observer = (layer, answer) -> {
                NDArray before = answer.before();
                consumer.layer(layer, (int) before.getShape().get(1), neurons(before), neurons(answer.after()));
            };
            batches(manager, batched, images, BATCH, observer, (first, count, logits) -> {});
        }
    }

    private static float[] neurons(NDArray values) {
        long images = values.getShape().get(1);
        long units = values.getShape().get(2);
        return values.getShape().get(3) == 1
                ? values.toFloatArray()
                : values.reshape(images, units, -1).mean(new int[] {2}).toFloatArray();
    }

    /** Takes the logits of a batch. */
    interface Batch {
        void logits(int first, int count, NDArray logits);
    }

    /** Computes images batch after batch, without gradients. */
    static void batches(
            NDManager manager,
            BatchedNetwork network,
            Images images,
            int batch,
            BatchedNetwork.LayerObserver observer,
            Batch consumer) {
        pixels(
                manager,
                images,
                batch,
                (first, count, x) -> consumer.logits(first, count, network.forward(x, observer)));
    }

    /** Takes the pixels of a batch [count][pixels], whose manager is closed after it. */
    interface Pixels {
        void batch(int first, int count, NDArray pixels);
    }

    /** Hands out images batch after batch, on a thread without gradients. */
    static void pixels(NDManager manager, Images images, int batch, Pixels consumer) {
        boolean gradients = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            for (int from = 0; from < images.count(); from += batch) {
                int count = Math.min(batch, images.count() - from);
                int size = images.size();
                float[] pixels = Arrays.copyOfRange(images.pixels(), from * size, (from + count) * size);
                try (NDManager scope = manager.newSubManager()) {
                    consumer.batch(from, count, scope.create(pixels, new Shape(count, size)));
                }
            }
        } finally {
            JniUtils.setGradMode(gradients);
        }
    }
}
