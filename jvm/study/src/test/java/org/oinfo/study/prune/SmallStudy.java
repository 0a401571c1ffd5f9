package org.oinfo.study.prune;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.oinfo.OInformationOptions;
import org.oinfo.data.NpyWriter;
import org.oinfo.search.ScanMonitor;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.LayerValues;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.Trainer;
import org.oinfo.study.network.TrainingSettings;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Small networks trained on some digits, and their captures. */
final class SmallStudy {
    static final TrainingSettings TRAINING = new TrainingSettings(2, 50, 0.005f, 0);
    static final OInformationOptions OPTIONS =
            OInformationOptions.defaults().withThreads(1).withBackend("scalar");

    private SmallStudy() {}

    /** The first digits to train on, the next ones to test with. */
    static ImageSets digits(int train, int test) {
        Images all = allDigits();
        int size = all.size();
        Images tests = new Images(
                8,
                8,
                10,
                java.util.Arrays.copyOfRange(all.pixels(), train * size, (train + test) * size),
                java.util.Arrays.copyOfRange(all.labels(), train, train + test));
        return new ImageSets("digits", "resource", "", all.first(train), tests);
    }

    private static Images allDigits() {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Images.class.getResourceAsStream("digits.csv.gz"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
            lines.lines().map(line -> line.split(",", -1)).forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        float[] pixels = new float[rows.size() * 64];
        int[] labels = new int[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            for (int p = 0; p < 64; p++) {
                pixels[i * 64 + p] = Float.parseFloat(rows.get(i)[p]) / 16;
            }
            labels[i] = (int) Float.parseFloat(rows.get(i)[64]);
        }
        return new Images(8, 8, 10, pixels, labels);
    }

    /** A network trained on images, its capture in a folder of its own. */
    static StudiedNetwork trained(String hidden, long seed, ImageSets images, Path folder) throws IOException {
        Architecture architecture = Architecture.parse(hidden, 8, 8, 10);
        Network initial = Network.initial(architecture, seed);
        Network trained = new Trainer(images, TRAINING.withSeed(seed), ScanMonitor.NONE)
                .train(List.of(initial))
                .networks()
                .getFirst();
        Path own = Files.createDirectories(folder.resolve("seed" + seed));
        return new StudiedNetwork(seed, initial, trained, capture(trained, images.test(), own), List.of());
    }

    /** The activations of a network after its ReLUs. */
    static Capture capture(Network network, Images images, Path folder) throws IOException {
        int hidden = network.architecture().hidden().size();
        List<List<float[]>> values = new ArrayList<>();
        IntStream.range(0, hidden).forEach(l -> values.add(new ArrayList<>()));
        LayerValues.of(network, images, (layer, count, before, after) -> {
            if (layer < hidden) {
                values.get(layer).add(after);
            }
        });
        List<CapturedLayer> layers = new ArrayList<>();
        for (int l = 0; l < hidden; l++) {
            int units = network.architecture().layers().get(l).units();
            String name = network.architecture().layers().get(l).name();
            layers.add(write(folder, name, units, images.count(), values.get(l)));
        }
        return new Capture(folder, layers);
    }

    private static CapturedLayer write(Path folder, String name, int units, int images, List<float[]> blocks)
            throws IOException {
        String file = name + "-post.npy";
        try (NpyWriter out = NpyWriter.open(folder.resolve(file), images, units)) {
            for (float[] block : blocks) {
                double[] doubles = IntStream.range(0, block.length)
                        .mapToDouble(i -> block[i])
                        .toArray();
                out.write(doubles, doubles.length);
            }
            out.commit();
        }
        return new CapturedLayer(file, name, Activation.POST, units, "after the ReLU");
    }

    /** A capture of given activations [images][neurons] of one layer. */
    static Capture given(String name, double[][] activations, Path folder) throws IOException {
        int units = activations[0].length;
        String file = name + "-post.npy";
        try (NpyWriter out = NpyWriter.open(folder.resolve(file), activations.length, units)) {
            for (double[] row : activations) {
                out.write(row, units);
            }
            out.commit();
        }
        return new Capture(folder, List.of(new CapturedLayer(file, name, Activation.POST, units, "invented")));
    }

    /** Scores of a layer that grow with the neuron's number, or fall, so that choices by them are known. */
    static Importance scores(long seed, String layer, int neurons) {
        List<Importance.Neuron> all = IntStream.range(0, neurons)
                .mapToObj(n -> new Importance.Neuron(
                        n, false, null, null, null, (double) n, neurons - n, Math.abs(n - 5), n % 2))
                .toList();
        return new Importance(seed, layer, 3, 10, 100, all, List.of());
    }
}
