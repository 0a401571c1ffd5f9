package org.oinfo.study.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.oinfo.parallel.RandomStreams;

/**
 * Units of hidden layers that get a copy: a network whose redundancy is known, because it was put there.
 *
 * <p>A copy has the weights and the bias of its unit, and both go on with half of the outgoing weights, so that the network computes
 * what it did (Chen, Goodfellow and Shlens 2016, arXiv 1511.05641). Exact copies would be collinear, and no group that holds one would
 * have an Omega; so each incoming weight of a copy has a normal number added, of {@value #NOISE} times the root mean square of the
 * unit's incoming weights. What the network computes changes by that noise. Copies stand behind the units of their layer. Layers whose units
 * cannot be left out, as {@link Architecture#staysWhole} says, get none: what is added to them has the same units.
 */
public final class Copies {
    /** Standard deviation of what is added, relative to the weights. */
    static final double NOISE = 0.1;

    private static final long CHOICE = 3_000_000;
    private static final long ADDED = 4_000_000;

    private final Architecture architecture;
    private final List<int[]> copied;
    private final long seed;

    private Copies(Architecture architecture, List<int[]> copied, long seed) {
        this.architecture = architecture;
        this.copied = copied;
        this.seed = seed;
    }

    /**
     * Draws units.
     *
     * @param architecture of the networks without copies
     * @param share of the units of each hidden layer that get a copy, above 0 to 1; one unit at least of a layer that can have any
     * @param seed decides which, and the noise
     */
    public static Copies of(Architecture architecture, double share, long seed) {
        List<int[]> copied = new ArrayList<>();
        List<LayerShape> hidden = architecture.hidden();
        for (int l = 0; l < hidden.size(); l++) {
            int[] units = PermutationSampler.natural(hidden.get(l).units());
            PermutationSampler.shuffle(RandomStreams.of(seed, CHOICE + l), units);
            boolean whole = architecture.staysWhole(l).isPresent();
            int count = whole ? 0 : (int) Math.max(1, Math.round(share * units.length));
            copied.add(Arrays.stream(units).limit(count).sorted().toArray());
        }
        return new Copies(architecture, List.copyOf(copied), seed);
    }

    /** The units of a hidden layer that have a copy, ascending: the copy of the i-th is unit {@code units + i}. */
    public int[] copied(int layer) {
        return copied.get(layer).clone();
    }

    /** Units of a hidden layer without their copies. */
    public int units(int layer) {
        return architecture.layers().get(layer).units();
    }

    /** The shape with copies. */
    public Architecture architecture() {
        List<LayerShape> shapes = new ArrayList<>();
        int inputs = architecture.layers().getFirst().inputs();
        for (int l = 0; l < architecture.layers().size(); l++) {
            int units = sources(l).length;
            shapes.add(architecture.layers().get(l).with(units, inputs));
            inputs = units;
        }
        return new Architecture(architecture.image(), List.copyOf(shapes));
    }

    /** A network of the shape without copies, with them. */
    public Network in(Network network) {
        List<float[]> weights = new ArrayList<>();
        List<float[]> biases = new ArrayList<>();
        int[] inputs = Network.every(architecture.layers().getFirst().inputs());
        for (int l = 0; l < architecture.layers().size(); l++) {
            LayerShape layer = architecture.layers().get(l);
            int[] units = sources(l);
            float[] wider = Network.rows(layer, network.weights().get(l), units, inputs);
            share(wider, inputs, layer.span());
            disturb(wider, layer.units(), inputs.length * layer.span(), l);
            weights.add(wider);
            biases.add(Network.picked(network.biases().get(l), units));
            inputs = units;
        }
        return new Network(architecture(), List.copyOf(weights), List.copyOf(biases), network.others());
    }

    /** The unit without copies that each unit of a layer is or copies. */
    private int[] sources(int layer) {
        int[] units = Network.every(units(layer));
        return layer == copied.size()
                ? units
                : IntStream.concat(Arrays.stream(units), Arrays.stream(copied.get(layer)))
                        .toArray();
    }

    /** An input that is there twice enters with half its weights. */
    private static void share(float[] weights, int[] inputs, int span) {
        int[] times = new int[inputs.length];
        for (int input : inputs) {
            times[input]++;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= times[inputs[i / span % inputs.length]];
        }
    }

    private void disturb(float[] weights, int units, int fanIn, int layer) {
        UniformRandomProvider random = RandomStreams.of(seed, ADDED + layer);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int from = units * fanIn; from < weights.length; from += fanIn) {
            double squares = 0;
            for (int i = 0; i < fanIn; i++) {
                squares += (double) weights[from + i] * weights[from + i];
            }
            double deviation = NOISE * Math.sqrt(squares / fanIn);
            for (int i = 0; i < fanIn; i++) {
                weights[from + i] += (float) (deviation * normal.sample());
            }
        }
    }
}
