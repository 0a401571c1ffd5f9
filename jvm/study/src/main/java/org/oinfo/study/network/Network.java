package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.oinfo.parallel.RandomStreams;

/**
 * The weights and biases of one network.
 *
 * @param weights [layers][units*inputs*span], laid out as {@link LayerShape} says
 * @param biases [layers][units]
 */
public record Network(Architecture architecture, List<float[]> weights, List<float[]> biases) {
    /**
     * A network before training: weights normal with variance 2 / fan-in, biases zero (He et al. 2015, arXiv 1502.01852).
     *
     * @param seed decides the weights
     */
    public static Network initial(Architecture architecture, long seed) {
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerShape layer = architecture.layers().get(l);
            UniformRandomProvider random = RandomStreams.of(seed, l);
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            double deviation = Math.sqrt(2.0 / layer.fanIn());
            float[] values = new float[layer.weights()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (deviation * normal.sample());
            }
            weights.add(values);
            biases.add(new float[layer.units()]);
        }
        return new Network(architecture, List.copyOf(weights), List.copyOf(biases));
    }

    /**
     * The network without the units that are not kept: the same function as the whole network in which those units' weights and
     * biases, in and out, are zero.
     */
    public Network keep(Kept kept) {
        kept.check(architecture);
        List<LayerShape> shapes = new ArrayList<>();
        List<float[]> newWeights = new ArrayList<>();
        List<float[]> newBiases = new ArrayList<>();
        int[] inputs = every(architecture.layers().getFirst().inputs());
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerShape layer = architecture.layers().get(l);
            int[] units = l < kept.units().size() ? kept.units().get(l) : every(layer.units());
            shapes.add(layer.with(units.length, inputs.length));
            newWeights.add(rows(layer, weights.get(l), units, inputs));
            newBiases.add(picked(biases.get(l), units));
            inputs = units;
        }
        Architecture smaller = new Architecture(architecture.height(), architecture.width(), List.copyOf(shapes));
        return new Network(smaller, List.copyOf(newWeights), List.copyOf(newBiases));
    }

    /** This network with other weights in one layer. */
    Network with(int layer, float[] newWeights, float[] newBiases) {
        List<float[]> w = new ArrayList<>(weights);
        List<float[]> b = new ArrayList<>(biases);
        w.set(layer, newWeights);
        b.set(layer, newBiases);
        return new Network(architecture, List.copyOf(w), List.copyOf(b));
    }

    static float[] rows(LayerShape layer, float[] all, int[] units, int[] inputs) {
        int span = layer.span();
        float[] some = new float[units.length * inputs.length * span];
        int at = 0;
        for (int unit : units) {
            for (int input : inputs) {
                System.arraycopy(all, (unit * layer.inputs() + input) * span, some, at, span);
                at += span;
            }
        }
        return some;
    }

    static float[] picked(float[] all, int[] units) {
        float[] some = new float[units.length];
        for (int i = 0; i < units.length; i++) {
            some[i] = all[units[i]];
        }
        return some;
    }

    static int[] every(int count) {
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] = i;
        }
        return all;
    }
}
