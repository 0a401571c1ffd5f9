package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
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
    private final NDManager manager;
    private final Architecture architecture;
    private final int copies;
    private final List<BatchedLayer> layers;

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
        this.layers = IntStream.range(0, architecture.layers().size())
                .mapToObj(layer -> BatchedLayer.of(new BatchedLayer.Parts(manager, networks, layer, masks)))
                .toList();
    }

    int copies() {
        return copies;
    }

    Architecture architecture() {
        return architecture;
    }

    /** All that training changes: weights of each layer, then biases of each layer, then what else each has. */
    List<NDArray> parameters() {
        List<NDArray> all = new ArrayList<>();
        layers.forEach(layer -> all.add(layer.trainedWeight()));
        layers.forEach(layer -> all.add(layer.bias()));
        layers.forEach(layer -> all.addAll(layer.others()));
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
        return forward(0, pixels(images), observer, HiddenValues.AS_THEY_ARE);
    }

    private static Flow pixels(NDArray images) {
        return new Flow(images, Flow.Layout.PIXELS, null);
    }

    /**
     * The logits that follow from the values of a hidden layer.
     *
     * @param values as {@link LayerAnswer#after} has them
     * @param carried as {@link LayerAnswer#carried} has it
     * @return [copies][images][classes], in the manager of the values
     */
    NDArray behind(int layer, NDArray values, @Nullable NDArray carried) {
        Flow.Layout layout = Flow.Layout.of(architecture.layers().get(layer));
        int[] sides = architecture.sides(layer);
        Flow flow = new Flow(
                layout.computed(values, sides), layout, carried == null ? null : layout.computed(carried, sides));
        return forward(layer + 1, flow, LayerObserver.NOTHING, HiddenValues.AS_THEY_ARE);
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
     * @param hidden what becomes of the values of dense hidden layers, and of the hidden units of a transformer
     */
    float[] backward(NDArray images, NDArray classes, HiddenValues hidden) {
        NDArray logits = forward(0, pixels(images), LayerObserver.NOTHING, hidden);
        // An array of its own: of a plain number the memory may be gone when the gradient, which needs it, is taken.
        NDArray count = images.getManager().create((float) -images.getShape().get(0));
        NDArray loss = logits.logSoftmax(-1).mul(classes).sum(new int[] {1, 2}).div(count);
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
        for (int l = first; l < layers.size(); l++) {
            BatchedLayer layer = layers.get(l);
            NDArray before = layer.before(flow);
            NDArray after = layer.after(before);
            Flow.Layout layout = Flow.Layout.of(layer.shape());
            NDArray carried = layer.shape().role() == LayerShape.Role.INNER ? flow.values() : null;
            observer.layer(l, new LayerAnswer(layout, copies, before, after, carried));
            flow = new Flow(layer.shape().dropped() ? hidden.of(l, after) : after, layout, carried);
        }
        return flow.values();
    }

    /** The networks as they are now; masked weights are zero. */
    List<Network> networks() {
        List<Network> networks = new ArrayList<>();
        List<float[]> w =
                layers.stream().map(layer -> layer.weight().toFloatArray()).toList();
        List<float[]> b =
                layers.stream().map(layer -> layer.bias().toFloatArray()).toList();
        List<List<float[]>> others = layers.stream()
                .map(layer -> layer.others().stream().map(NDArray::toFloatArray).toList())
                .toList();
        for (int c = 0; c < copies; c++) {
            int copy = c;
            networks.add(new Network(
                    architecture,
                    parts(w, c),
                    parts(b, c),
                    others.stream().map(of -> parts(of, copy)).toList()));
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

    /** Changes the values of dense hidden layers, and of the hidden units of a transformer, on their way to the next. */
    @FunctionalInterface
    interface HiddenValues {
        /** Does not. */
        HiddenValues AS_THEY_ARE = (layer, values) -> values;

        /** Of values after the ReLU [copies][images][units], or after the GELU [copies][images][tokens][units]. */
        NDArray of(int layer, NDArray values);
    }

    /** Sees the values of layers as they are computed. */
    @FunctionalInterface
    interface LayerObserver {
        /** Looks at nothing. */
        LayerObserver NOTHING = (layer, answer) -> {};

        /** A layer was computed. */
        void layer(int layer, LayerAnswer answer);
    }
}
