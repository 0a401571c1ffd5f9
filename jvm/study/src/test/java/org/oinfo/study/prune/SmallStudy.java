package org.oinfo.study.prune;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.oinfo.OInformationOptions;
import org.oinfo.data.npy.NpyWriter;
import org.oinfo.parallel.Monitor;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.capture.NetworkCapture;
import org.oinfo.study.images.DataSets;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.network.Architecture;
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

    /** Some digits to train on, and some to test with. */
    static ImageSets digits(int train, int test) {
        ImageSets all = DataSets.load("digits");
        return new ImageSets(
                all.name(),
                all.source(),
                all.checksum(),
                all.train().first(train),
                all.test().first(test));
    }

    /** A network trained on images, its capture in a folder of its own. */
    static StudiedNetwork trained(String hidden, long seed, ImageSets images, Path folder) throws IOException {
        Architecture architecture = Architecture.parse(hidden, ImageShape.grey(8, 8), 10);
        Network initial = Network.initial(architecture, seed);
        Network trained = new Trainer(images, TRAINING.withSeed(seed), Monitor.NONE)
                .train(List.of(initial))
                .networks()
                .getFirst();
        Capture capture = NetworkCapture.write(trained, images.test(), folder.resolve("seed" + seed), Monitor.NONE);
        return new StudiedNetwork(seed, initial, trained, capture, List.of());
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
                        n,
                        false,
                        null,
                        null,
                        null,
                        (double) n,
                        neurons - n,
                        (double) Math.abs(n - 5),
                        (double) (n % 2),
                        (double) -n,
                        (double) (n % 3)))
                .toList();
        return new Importance(seed, layer, 3, 10, 100, all, List.of());
    }
}
