package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.List;
import org.oinfo.study.images.Images;

/**
 * What the activations a of a hidden layer's units and the gradient of the loss say of each unit. A channel of a convolution
 * counts all its positions p, a feature of tokens all tokens.
 *
 * @param taylor [units] mean over images of {@code |sum_p a_p dL/da_p|}, nats: the first-order change of an image's cross-entropy L when
 *     the unit is silenced (Molchanov et al. 2017, arXiv 1611.06440)
 * @param norm [units] root of the mean of a^2 over images, summed over positions
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record FirstOrder(double[] taylor, double[] norm) {
    /** Images at a time. */
    private static final int BATCH = 500;

    /** Of one layer of a network; the same for any number of threads. */
    public static FirstOrder of(Network network, int layer, Images images) {
        int units = network.architecture().layers().get(layer).units();
        double[] taylor = new double[units];
        double[] squares = new double[units];
        try (NDManager manager = Torch.newManager();
                BatchedNetwork batched = new BatchedNetwork(manager, List.of(network), List.of())) {
            LayerValues.pixels(manager, images, BATCH, (first, count, pixels) -> {
                LayerAnswer[] seen = new LayerAnswer[1];
                batched.forward(pixels, (l, answer) -> {
                    if (l == layer) {
                        seen[0] = answer;
                    }
                });
                int[] labels = Arrays.copyOfRange(images.labels(), first, first + count);
                float[] a = seen[0].after().toFloatArray();
                float[] gradient = gradient(batched, layer, seen[0], labels);
                int positions = a.length / count / units;
                for (int i = 0; i < count * units; i++) {
                    double change = 0;
                    for (int p = i * positions; p < (i + 1) * positions; p++) {
                        change += (double) a[p] * gradient[p];
                        squares[i % units] += (double) a[p] * a[p] / images.count();
                    }
                    taylor[i % units] += Math.abs(change) / images.count();
                }
            });
        }
        return new FirstOrder(taylor, Arrays.stream(squares).map(Math::sqrt).toArray());
    }

    /** The gradient of the images' summed cross-entropy, so of each image's own. */
    private static float[] gradient(BatchedNetwork network, int layer, LayerAnswer answer, int[] labels) {
        JniUtils.setGradMode(true);
        NDArray values = answer.after();
        try (NDManager scope = values.getManager().newSubManager()) {
            NDArray given = scope.create(values.toFloatArray(), values.getShape());
            given.setRequiresGradient(true);
            NDArray logits = network.behind(layer, given, answer.carried());
            int classes = (int) logits.getShape().get(2);
            float[] oneHot = new float[labels.length * classes];
            for (int i = 0; i < labels.length; i++) {
                oneHot[i * classes + labels[i]] = -1;
            }
            NDArray loss = logits.logSoftmax(-1)
                    .mul(scope.create(oneHot, new Shape(1, labels.length, classes)))
                    .sum();
            JniUtils.backward((PtNDArray) loss, (PtNDArray) scope.ones(loss.getShape()), false, false);
            try (NDArray gradient = given.getGradient()) {
                return gradient.toFloatArray();
            }
        } finally {
            JniUtils.setGradMode(false);
        }
    }
}
