package org.oinfo.study.importance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.LayerValues;
import org.oinfo.study.network.Network;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Networks and captures that need no training. */
final class Invented {
    private Invented() {}

    /** A network before training whose biases are not zero, for images of as many classes as rows. */
    static Network network(String hidden, int side, long seed) {
        Network network = Network.initial(Architecture.parse(hidden, ImageShape.grey(side, side), side), seed);
        UniformRandomProvider random = RandomStreams.of(seed, 100);
        for (float[] biases : network.biases()) {
            for (int i = 0; i < biases.length; i++) {
                biases[i] = random.nextFloat() / 2 - 0.25f;
            }
        }
        return network;
    }

    /** A unit that answers the same to every image: its weights are 0. */
    static void stop(Network network, int layer, int unit, float answer) {
        LayerShape shape = network.architecture().layers().get(layer);
        for (int w = unit * shape.fanIn(); w < (unit + 1) * shape.fanIn(); w++) {
            network.weights().get(layer)[w] = 0;
        }
        network.biases().get(layer)[unit] = answer;
    }

    /** The hidden layers' values after the ReLU, as files. */
    static Capture capture(Network network, Images images, Path folder) {
        List<LayerShape> hidden = network.architecture().hidden();
        List<double[]> values = new ArrayList<>();
        int[] filled = new int[hidden.size()];
        hidden.forEach(layer -> values.add(new double[images.count() * layer.units()]));
        LayerValues.of(network, images, (layer, count, before, after) -> {
            for (int i = 0; i < after.length && layer < hidden.size(); i++) {
                values.get(layer)[filled[layer]++] = after[i];
            }
        });
        List<CapturedLayer> layers = new ArrayList<>();
        for (int l = 0; l < hidden.size(); l++) {
            layers.add(layer(
                    folder, hidden.get(l).name(), values.get(l), hidden.get(l).units()));
        }
        return new Capture(folder, layers);
    }

    /** Writes a layer of a capture, images x neurons. */
    static CapturedLayer layer(Path folder, String name, double[] values, int width) {
        String file = name + ".npy";
        try (NpyWriter writer = NpyWriter.open(folder.resolve(file), values.length / width, width)) {
            writer.write(values, values.length);
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CapturedLayer(file, name, Activation.POST, width, "invented");
    }
}
