package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.network.LayerShape.Form;
import org.oinfo.study.network.LayerShape.Role;

/** A layer of networks of one shape, computed together. */
abstract sealed class BatchedLayer permits DenseLayer, ConvolutionLayer, PatchesLayer, AttentionLayer, TokensLayer {
    private final LayerShape shape;
    private final int copies;
    /** [copies][units][inputs*span]. */
    private final NDArray weight;
    /** [copies][units]. */
    private final NDArray bias;
    /** [copies] and the shape of each. */
    private final List<NDArray> others = new ArrayList<>();
    /** [copies][units][1]: 0 where the weights into a unit are masked, or null. */
    private final @Nullable NDArray mask;

    BatchedLayer(Parts parts) {
        this.shape = parts.shape();
        this.copies = parts.networks().size();
        NDManager manager = parts.manager();
        int layer = parts.layer();
        List<Network> networks = parts.networks();
        weight = manager.create(
                joined(networks.stream().map(n -> n.weights().get(layer)).toList()),
                new Shape(copies, shape.units(), shape.fanIn()));
        bias = manager.create(
                joined(networks.stream().map(n -> n.biases().get(layer)).toList()), new Shape(copies, shape.units()));
        for (int i = 0; i < parts.architecture().others(layer).size(); i++) {
            int index = i;
            Parameter other = parts.architecture().others(layer).get(i);
            Shape of = new Shape(copies)
                    .addAll(new Shape(
                            other.shape().stream().mapToLong(side -> side).toArray()));
            others.add(manager.create(
                    joined(networks.stream()
                            .map(n -> n.others().get(layer).get(index))
                            .toList()),
                    of));
        }
        mask = parts.masks().isEmpty() || shape.role() == Role.OUTPUT ? null : mask(parts);
    }

    /**
     * All that makes a layer of networks.
     *
     * @param layer its position
     * @param masks for each network, units of hidden layers whose weights stay; empty for no masks
     */
    record Parts(NDManager manager, List<Network> networks, int layer, List<Kept> masks) {
        Architecture architecture() {
            return networks.getFirst().architecture();
        }

        LayerShape shape() {
            return architecture().layers().get(layer);
        }
    }

    /** The layer of its form. */
    static BatchedLayer of(Parts parts) {
        return switch (parts.shape().form()) {
            case DENSE -> new DenseLayer(parts);
            case HALVING_CONVOLUTION, CONVOLUTION -> new ConvolutionLayer(parts);
            case PATCHES -> new PatchesLayer(parts);
            case ATTENTION -> new AttentionLayer(parts);
            case TOKENS, MEAN_TOKEN -> new TokensLayer(parts);
        };
    }

    private static NDArray mask(Parts parts) {
        int units = parts.shape().units();
        int copies = parts.networks().size();
        float[] values = new float[copies * units];
        for (int c = 0; c < copies; c++) {
            for (int unit : parts.masks().get(c).units().get(parts.layer())) {
                values[c * units + unit] = 1;
            }
        }
        return parts.manager().create(values, new Shape(copies, units, 1));
    }

    private static float[] joined(List<float[]> parts) {
        int length = parts.getFirst().length;
        float[] all = new float[parts.size() * length];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, all, i * length, length);
        }
        return all;
    }

    /** What the weights and biases make of the values; what a block adds is not in it. */
    abstract NDArray weighted(Flow flow);

    /** Before the ReLU or GELU. */
    final NDArray before(Flow flow) {
        NDArray weighted = weighted(flow);
        NDArray carried = shape.form() == Form.ATTENTION ? flow.values() : flow.carried();
        return shape.role() == Role.SUM && carried != null ? weighted.add(carried) : weighted;
    }

    /** After it. */
    final NDArray after(NDArray before) {
        if (!shape.activated()) {
            return before;
        }
        return shape.form().transformer() ? Activation.gelu(before) : Activation.relu(before);
    }

    final LayerShape shape() {
        return shape;
    }

    final int copies() {
        return copies;
    }

    /** Masked weights are zero. */
    final NDArray weight() {
        return mask == null ? weight : weight.mul(mask);
    }

    final NDArray bias() {
        return bias;
    }

    /** One of what the layer has besides weights and biases. */
    final NDArray other(int index) {
        return others.get(index);
    }

    /** The weights themselves, as training changes them. */
    final NDArray trainedWeight() {
        return weight;
    }

    final List<NDArray> others() {
        return others;
    }
}
