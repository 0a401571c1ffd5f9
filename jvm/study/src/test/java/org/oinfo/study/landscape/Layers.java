package org.oinfo.study.landscape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Activations made up for tests, and their landscapes. */
final class Layers {
    /** Nothing to get warm, nothing drawn. */
    static final LandscapeSettings SETTINGS =
            LandscapeSettings.defaults().withBackend("scalar").withControls(ControlSettings.none());

    private Layers() {}

    /** Without an untrained network, by one thread. */
    static List<LayerLandscape> study(Capture trained, LandscapeSettings settings) {
        return study(trained, null, settings, 1);
    }

    /** Landscapes of a network with seed 7. */
    static List<LayerLandscape> study(
            Capture trained, @Nullable Capture untrained, LandscapeSettings settings, int threads) {
        return LayerStudy.of(trained, untrained, settings, 7, threads, Monitor.NONE);
    }

    /** Independent normal values [T][N]. */
    static double[][] noise(long seed, int samples, int neurons) {
        UniformRandomProvider random = RandomStreams.of(seed, 0);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[][] x = new double[samples][neurons];
        for (double[] row : x) {
            Arrays.setAll(row, i -> normal.sample());
        }
        return x;
    }

    /** Neurons after a ReLU, each with a share of one common cause and of a neighbour. */
    static double[][] connected(long seed, int samples, int neurons) {
        double[][] x = noise(seed, samples, neurons + 1);
        double[][] y = new double[samples][neurons];
        for (int t = 0; t < samples; t++) {
            for (int i = 0; i < neurons; i++) {
                double cause = x[t][neurons] + (i > 0 ? 0.8 * x[t][i - 1] : 0);
                y[t][i] = Math.max(0, x[t][i] + 0.6 * cause);
            }
        }
        return y;
    }

    /** The same with a value that never changes in one column. */
    static double[][] withDead(double[][] x, int neuron, double value) {
        for (double[] row : x) {
            row[neuron] = value;
        }
        return x;
    }

    /** A capture of layers named layer1, layer2, .. */
    static Capture capture(Path folder, List<Activation> kinds, double[][]... layers) {
        CapturedLayer[] listed = new CapturedLayer[layers.length];
        for (int l = 0; l < layers.length; l++) {
            String name = "layer" + (l + 1);
            write(folder.resolve(name + ".npy"), layers[l]);
            listed[l] = new CapturedLayer(name + ".npy", name, kinds.get(l), layers[l][0].length, "made up");
        }
        return new Capture(folder, List.of(listed));
    }

    /** A capture of values after the ReLU. */
    static Capture capture(Path folder, double[][]... layers) {
        Activation[] kinds = new Activation[layers.length];
        Arrays.fill(kinds, Activation.POST);
        return capture(folder, List.of(kinds), layers);
    }

    /** Class t mod C of image t. */
    static void labels(Path folder, int samples, int classes) {
        double[][] labels = new double[samples][1];
        Arrays.setAll(labels, t -> new double[] {t % classes});
        write(folder.resolve("labels.npy"), labels);
    }

    private static void write(Path file, double[][] x) {
        try (NpyWriter writer = NpyWriter.open(file, x.length, x[0].length)) {
            for (double[] row : x) {
                writer.write(row, row.length);
            }
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
