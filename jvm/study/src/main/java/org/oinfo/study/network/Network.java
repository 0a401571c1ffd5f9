package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.oinfo.parallel.RandomStreams;

/**
 * The weights and biases of one network, and what else its layers have.
 *
 * @param weights [layers][units*inputs*span], laid out as {@link LayerShape} says
 * @param biases [layers][units]
 * @param others [layers][..] what layers of a transformer have besides, as {@link Architecture#others} lists it; cuts leave it as it is
 */
public record Network(
        Architecture architecture, List<float[]> weights, List<float[]> biases, List<List<float[]>> others) {
    /** Seeds of what layers have besides weights are drawn from streams of their own. */
    private static final long OTHERS = 100_000;

    /** A network of dense layers and convolutions alone. */
    public Network(Architecture architecture, List<float[]> weights, List<float[]> biases) {
        this(architecture, weights, biases, Collections.nCopies(weights.size(), List.of()));
    }

    /**
     * A network before training: weights normal with variance 2 / fan-in (He et al. 2015, arXiv 1502.01852), in a transformer 1 / fan-in;
     * biases zero. Places of patches are normal with a standard deviation of 0.02, factors of a normalisation one, shifts zero.
     *
     * @param seed decides the weights
     */
    public static Network initial(Architecture architecture, long seed) {
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        List<List<float[]>> others = new ArrayList<>();
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerShape layer = architecture.layers().get(l);
            weights.add(normal(RandomStreams.of(seed, l), layer.weights(), 0, layer.deviation()));
            biases.add(new float[layer.units()]);
            UniformRandomProvider random = RandomStreams.of(seed, OTHERS + l);
            others.add(architecture.others(l).stream()
                    .map(other -> normal(random, other.size(), other.mean(), other.deviation()))
                    .toList());
        }
        return new Network(architecture, List.copyOf(weights), List.copyOf(biases), List.copyOf(others));
    }

    private static float[] normal(UniformRandomProvider random, int count, double mean, double deviation) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (mean + (deviation == 0 ? 0 : deviation * normal.sample()));
        }
        return values;
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
        Architecture smaller = new Architecture(architecture.image(), List.copyOf(shapes));
        return new Network(smaller, List.copyOf(newWeights), List.copyOf(newBiases), others);
    }

    /** This network with other weights in one layer. */
    Network with(int layer, float[] newWeights, float[] newBiases) {
        List<float[]> w = new ArrayList<>(weights);
        List<float[]> b = new ArrayList<>(biases);
        w.set(layer, newWeights);
        b.set(layer, newBiases);
        return new Network(architecture, List.copyOf(w), List.copyOf(b), others);
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
