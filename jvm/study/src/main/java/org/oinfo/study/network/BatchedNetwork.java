package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Networks of one shape, computed together: a layer of all of them is one product of matrices. They share the images and nothing
 * else; what one computes does not depend on the others.
 */
final class BatchedNetwork implements AutoCloseable {
    private static final Shape STRIDE = new Shape(2, 2);
    private static final Shape BORDER = new Shape(1, 1);
    private static final Shape NO_DILATION = new Shape(1, 1);

    private final NDManager manager;
    private final Architecture architecture;
    private final int copies;
    /** [copies][units][inputs*span] of each layer. */
    private final List<NDArray> weights = new ArrayList<>();
    /** [copies][units] of each layer. */
    private final List<NDArray> biases = new ArrayList<>();
    /** [copies][units][1] of each layer: 0 where the weights into a unit are masked, or null. */
    private final List<@Nullable NDArray> masks = new ArrayList<>();

    /**
     * Networks to be computed together.
     *
     * @param networks of one architecture
     * @param masks for each network: units of hidden layers whose weights stay, their biases left alone; empty for no masks
     */
    BatchedNetwork(NDManager parent, List<Network> networks, List<Kept> masks) {
        this.manager = parent.newSubManager();
        this.architecture = networks.getFirst().architecture();
        this.copies = networks.size();
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerShape layer = architecture.layers().get(l);
            int index = l;
            float[] w =
                    joined(networks.stream().map(n -> n.weights().get(index)).toList());
            float[] b = joined(networks.stream().map(n -> n.biases().get(index)).toList());
            weights.add(manager.create(w, new Shape(copies, layer.units(), layer.fanIn())));
            biases.add(manager.create(b, new Shape(copies, layer.units())));
            this.masks.add(masks.isEmpty() || l == architecture.layers().size() - 1 ? null : mask(masks, l));
        }
    }

    private NDArray mask(List<Kept> kept, int layer) {
        int units = architecture.layers().get(layer).units();
        float[] values = new float[copies * units];
        for (int c = 0; c < copies; c++) {
            for (int unit : kept.get(c).units().get(layer)) {
                values[c * units + unit] = 1;
            }
        }
        return manager.create(values, new Shape(copies, units, 1));
    }

    private static float[] joined(List<float[]> parts) {
        int length = parts.getFirst().length;
        float[] all = new float[parts.size() * length];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, all, i * length, length);
        }
        return all;
    }

    int copies() {
        return copies;
    }

    Architecture architecture() {
        return architecture;
    }

    /** All that training changes: weights of each layer, then biases of each layer. */
    List<NDArray> parameters() {
        List<NDArray> all = new ArrayList<>(weights);
        all.addAll(biases);
        return all;
    }

    /**
     * The logits of images.
     *
     * @param images [images][pixels]
     * @param observer is shown every layer's values before and after its ReLU
     * @return [copies][images][classes], in the manager of the images
     */
    NDArray forward(NDArray images, LayerObserver observer) {
        return forward(0, new Flow(images, false, true), observer, HiddenValues.AS_THEY_ARE);
    }

    /**
     * The logits that follow from the values of a hidden layer.
     *
     * @param values after the ReLU, shaped as {@link LayerObserver} shows them
     * @return [copies][images][classes], in the manager of the values
     */
    NDArray behind(int layer, NDArray values) {
        boolean channels = architecture.layers().get(layer).convolution();
        return forward(layer + 1, new Flow(values, channels, false), LayerObserver.NOTHING, HiddenValues.AS_THEY_ARE);
    }

    /** Has the gradient of every parameter kept from now on. */
    void requireGradients() {
        parameters().forEach(parameter -> parameter.setRequiresGradient(true));
    }

    /**
     * The mean cross-entropy of each copy. Adds its gradient to that of the parameters, which {@link #requireGradients} asked for, on
     * a thread whose gradient mode is on.
     *
     * @param classes [images][classes], 1 at the class of an image and 0 elsewhere
     * @param hidden what becomes of the values of dense hidden layers
     */
    float[] backward(NDArray images, NDArray classes, HiddenValues hidden) {
        NDArray logits = forward(0, new Flow(images, false, true), LayerObserver.NOTHING, hidden);
        // An array of its own: of a plain number the memory may be gone when the gradient, which needs it, is taken.
        NDArray count = images.getManager().create((float) -images.getShape().get(0));
        NDArray loss =
                logits.logSoftmax(-1).mul(classes).sum(new int[] {1, 2}).div(count);
        NDArray total = loss.sum();
        // The copies do not touch each other, so the gradient of the sum is the gradient of each. Not through
        // DJL's GradientCollector: it lets one thread of a process train at a time.
        NDArray one = images.getManager().ones(total.getShape());
        JniUtils.backward((PtNDArray) total, (PtNDArray) one, false, false);
        return loss.toFloatArray();
    }

    private NDArray forward(int first, Flow start, LayerObserver observer, HiddenValues hidden) {
        NDManager scope = start.values().getManager();
        parameters().forEach(parameter -> parameter.tempAttach(scope));
        Flow flow = start;
        int last = architecture.layers().size() - 1;
        for (int l = first; l <= last; l++) {
            LayerShape layer = architecture.layers().get(l);
            NDArray before = layer.convolution() ? convolution(flow, l) : dense(flow, l);
            NDArray after = l == last ? before : Activation.relu(before);
            observer.layer(l, before, after);
            boolean dense = l < last && !layer.convolution();
            flow = new Flow(dense ? hidden.of(l, after) : after, layer.convolution(), false);
        }
        return flow.values();
    }

    /** Values on their way: [images][copies*channels][y][x] after a convolution, [copies][images][units] after a dense layer. */
    private record Flow(NDArray values, boolean channels, boolean pixels) {}

    private NDArray weight(int l) {
        NDArray mask = masks.get(l);
        return mask == null ? weights.get(l) : weights.get(l).mul(mask);
    }

    private NDArray dense(Flow flow, int l) {
        LayerShape layer = architecture.layers().get(l);
        NDArray weight = weight(l);
        NDArray x = flow.values();
        NDArray bias = biases.get(l).expandDims(1);
        if (flow.pixels()) {
            // All copies see the same images: one product instead of one for each copy.
            NDArray flat = weight.reshape((long) copies * layer.units(), layer.fanIn());
            return x.matMul(flat.transpose())
                    .reshape(-1, copies, layer.units())
                    .transpose(1, 0, 2)
                    .add(bias);
        }
        NDArray inputs = flow.channels()
                ? x.reshape(x.getShape().get(0), copies, layer.fanIn()).transpose(1, 0, 2)
                : x;
        return inputs.matMul(weight.transpose(0, 2, 1)).add(bias);
    }

    private NDArray convolution(Flow flow, int l) {
        LayerShape layer = architecture.layers().get(l);
        NDArray x = flow.pixels()
                ? flow.values().reshape(-1, 1, architecture.height(), architecture.width())
                : flow.values();
        NDArray weight = weight(l).reshape((long) copies * layer.units(), layer.inputs(), 3, 3);
        NDArray bias = biases.get(l).reshape((long) copies * layer.units());
        int groups = flow.pixels() ? 1 : copies;
        return Conv2d.conv2d(x, weight, bias, STRIDE, BORDER, NO_DILATION, groups)
                .singletonOrThrow();
    }

    /** The networks as they are now; masked weights are zero. */
    List<Network> networks() {
        List<Network> networks = new ArrayList<>();
        List<float[]> w = IntStream.range(0, weights.size())
                .mapToObj(l -> weight(l).toFloatArray())
                .toList();
        List<float[]> b = biases.stream().map(NDArray::toFloatArray).toList();
        for (int c = 0; c < copies; c++) {
            networks.add(new Network(architecture, parts(w, c), parts(b, c)));
        }
        return networks;
    }

    private List<float[]> parts(List<float[]> all, int copy) {
        return all.stream()
                .map(values -> {
                    int length = values.length / copies;
                    return Arrays.copyOfRange(values, copy * length, (copy + 1) * length);
                })
                .toList();
    }

    @Override
    public void close() {
        manager.close();
    }

    /** Changes the values of dense hidden layers on their way to the next. */
    @FunctionalInterface
    interface HiddenValues {
        /** Does not. */
        HiddenValues AS_THEY_ARE = (layer, values) -> values;

        /** Of values after the ReLU [copies][images][units]. */
        NDArray of(int layer, NDArray values);
    }

    /** Sees the values of layers as they are computed. */
    @FunctionalInterface
    interface LayerObserver {
        /** Looks at nothing. */
        LayerObserver NOTHING = (layer, before, after) -> {};

        /**
         * A layer was computed.
         *
         * @param before the ReLU: [copies][images][units], or [images][copies*channels][y][x] of a convolution
         * @param after the ReLU; the same as before in the output layer
         */
        void layer(int layer, NDArray before, NDArray after);
    }
}
