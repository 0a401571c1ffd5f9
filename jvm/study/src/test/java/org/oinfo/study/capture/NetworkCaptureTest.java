package org.oinfo.study.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.Network;
import org.oinfo.study.result.LayerLandscape.Activation;

class NetworkCaptureTest {
    @TempDir
    Path folder;

    private static Images images(int count, int height, int width, int classes) {
        UniformRandomProvider random = RandomStreams.of(7, 1);
        float[] pixels = new float[count * height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new Images(
                ImageShape.grey(height, width),
                classes,
                pixels,
                random.ints(count, 0, classes).toArray());
    }

    /** A network whose biases are not zero. */
    private static Network network(String layers, Images images) {
        Network network = Network.initial(Architecture.parse(layers, images.shape(), images.classes()), 5);
        UniformRandomProvider random = RandomStreams.of(7, 2);
        network.biases()
                .forEach(biases -> Arrays.setAll(new Object[biases.length], u -> {
                    biases[u] = random.nextFloat() - 0.5f;
                    return "";
                }));
        return network;
    }

    private static double[] read(Capture capture, String layer, Activation activation) {
        try (Samples samples = capture.samples(capture.layer(layer, activation))) {
            double[] values = new double[samples.samples() * samples.variables()];
            samples.read(0, samples.samples(), 0, samples.variables(), values);
            return values;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9-6", "c3-c4-7"})
    void everyValueIsAsPlainLoopsComputeIt(String layers) throws IOException {
        // 2 batches and a part of one.
        Images images = images(2003, 5, 6, 4);
        Network network = network(layers, images);
        Capture capture = NetworkCapture.write(network, images, folder, Monitor.NONE);
        PlainNetwork plain = new PlainNetwork(network);
        int hidden = network.architecture().hidden().size();
        for (int l = 0; l <= hidden; l++) {
            String name = network.architecture().layers().get(l).name();
            double[] before = read(capture, name, l < hidden ? Activation.PRE : Activation.LOGITS);
            double[] after = read(capture, name, l < hidden ? Activation.POST : Activation.SOFTMAX);
            int units = network.architecture().layers().get(l).units();
            assertThat(before).hasSize(2003 * units);
            for (int i : new int[] {0, 1, 999, 1000, 1999, 2000, 2002}) {
                double[][][] expected = plain.values(Arrays.copyOfRange(images.pixels(), i * 30, (i + 1) * 30));
                double sum = Arrays.stream(expected[0][l]).map(Math::exp).sum();
                for (int u = 0; u < units; u++) {
                    double last = l < hidden ? expected[1][l][u] : Math.exp(expected[0][l][u]) / sum;
                    assertThat(before[i * units + u]).isCloseTo(expected[0][l][u], within(2e-6));
                    assertThat(after[i * units + u]).isCloseTo(last, within(2e-6));
                }
            }
        }
    }

    @Test
    void theFolderHoldsAFileOfFloatsForEachLayerAndAnIndex() throws IOException {
        Images images = images(50, 4, 4, 3);
        Capture written = NetworkCapture.write(network("c5-6", images), images, folder, Monitor.NONE);
        assertThat(folder.resolve("index.csv")).hasContent("""
                file,layer,activation,width,description
                layer1-pre.npy,layer1,pre,5,"5 channels of a convolution, each its mean over all positions, before the ReLU"
                layer1-post.npy,layer1,post,5,"5 channels of a convolution, each its mean over all positions, after the ReLU, 25.6 % zeros"
                layer2-pre.npy,layer2,pre,6,"6 neurons, before the ReLU"
                layer2-post.npy,layer2,post,6,"6 neurons, after the ReLU, 59.0 % zeros, 1 of 6 neurons 0 in more than 90 %"
                output-logits.npy,output,logits,3,"3 classes, before the softmax"
                output-softmax.npy,output,softmax,3,"3 classes, after the softmax"
                """);
        assertThat(Files.size(folder.resolve("layer2-post.npy"))).isEqualTo(128 + 50 * 6 * 4);
        Capture opened = Capture.open(folder);
        assertThat(opened).isEqualTo(written);
        assertThat(opened.images()).isEqualTo(50);
        assertThat(opened.labels()).isEqualTo(images.labels());
        assertThat(files()).hasSize(8);
    }

    /** Where no function follows, a layer has one file. */
    @Test
    void sumsAreWhatTheyAreOfEveryToken() throws IOException {
        Images images = images(50, 4, 4, 3);
        Network network = network("vit-p2-d6-h3-b1-m5", images);
        Capture capture = NetworkCapture.write(network, images, folder, Monitor.NONE);
        assertThat(capture.layers().stream().map(layer -> layer.file() + ": " + layer.description()))
                .containsExactly(
                        "layer1-sum.npy: 6 features of the patches, each its mean over all tokens",
                        "layer2-sum.npy: 6 features of the stream behind attention, each its mean over all tokens",
                        "layer3-pre.npy: 5 hidden neurons of a block, each its mean over all tokens, before the GELU",
                        "layer3-post.npy: 5 hidden neurons of a block, each its mean over all tokens, after the GELU",
                        "layer4-sum.npy: 6 features of the stream behind a block, each its mean over all tokens",
                        "output-logits.npy: 3 classes, before the softmax",
                        "output-softmax.npy: 3 classes, after the softmax");
        // A patch's token is linear in its pixels, so its mean over tokens is that of the mean patch and the mean
        // place.
        double[] values = read(capture, "layer1", Activation.SUM);
        for (int i = 0; i < 50; i++) {
            for (int unit = 0; unit < 6; unit++) {
                double expected = network.biases().getFirst()[unit];
                for (int token = 0; token < 4; token++) {
                    expected += network.others().getFirst().getFirst()[token * 6 + unit] / 4.0;
                    for (int p = 0; p < 4; p++) {
                        int pixel = (token / 2 * 2 + p / 2) * 4 + token % 2 * 2 + p % 2;
                        expected += network.weights().getFirst()[unit * 4 + p] * images.pixels()[i * 16 + pixel] / 4.0;
                    }
                }
                assertThat(values[i * 6 + unit]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void aCaptureThatIsStoppedLeavesNothing() {
        Images images = images(2500, 4, 4, 3);
        AtomicLong seen = new AtomicLong();
        Monitor stop = progress -> {
            seen.set(progress.done());
            return seen.get() < 2000;
        };
        assertThatThrownBy(() -> NetworkCapture.write(network("6", images), images, folder, stop))
                .isInstanceOf(CancellationException.class);
        assertThat(seen).hasValue(2000);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCaptureThatIsStoppedLeavesAnOlderOneAlone() throws IOException {
        Images images = images(1500, 4, 4, 3);
        NetworkCapture.write(network("6", images), images, folder, Monitor.NONE);
        List<String> before = files();
        byte[] layer = Files.readAllBytes(folder.resolve("layer1-post.npy"));
        Monitor stop = progress -> progress.done() < 1000;
        assertThatThrownBy(() -> NetworkCapture.write(network("7", images), images, folder, stop))
                .isInstanceOf(CancellationException.class);
        assertThat(files()).isEqualTo(before);
        assertThat(Files.readAllBytes(folder.resolve("layer1-post.npy"))).isEqualTo(layer);
        assertThat(Capture.open(folder).layers()).hasSize(4);
    }

    @Test
    void everyImageIsTold() throws IOException {
        AtomicLong seen = new AtomicLong();
        Images images = images(1001, 4, 4, 3);
        NetworkCapture.write(network("6", images), images, folder, progress -> {
            seen.set(progress.done());
            return progress.total() == 1001;
        });
        assertThat(seen).hasValue(1001);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Images images = images(10, 4, 4, 3);
        assertThatThrownBy(
                        () -> NetworkCapture.write(network("6", images), images, file.resolve("capture"), Monitor.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(file.resolve("capture") + " cannot be made");
    }

    @Test
    void aDiskThatIsFullLeavesNothing() throws IOException, InterruptedException {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "none", small.toString()), "mounting needs root");
        try {
            Images images = images(3000, 4, 4, 3);
            assertThatThrownBy(() ->
                            NetworkCapture.write(network("40-40", images), images, small.resolve("x"), Monitor.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(" cannot be written")
                    .hasRootCauseMessage("No space left on device");
            assertThat(small.resolve("x")).isEmptyDirectory();
        } finally {
            run("umount", small.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
