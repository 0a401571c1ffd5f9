package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.study.InventedImages;
import org.oinfo.study.images.Images;

class NetworkTest {
    private static final Images IMAGES = InventedImages.of(20, 5, 7, 3).train();

    @ParameterizedTest
    @ValueSource(strings = {"6", "6-5-4", "c3", "c3-c4-5", "c2-6-5"})
    void everyLayerIsWhatTheDefinitionSays(String hidden) {
        Network network = withBiases(Network.initial(Architecture.parse(hidden, 7, 7, 7), 1));
        LayerValues.of(network, IMAGES, (layer, images, before, after) -> {
            assertThat(images).isEqualTo(IMAGES.count());
            for (int i = 0; i < images; i++) {
                PlainForward plain = new PlainForward(network, IMAGES, i);
                compare(before, i, plain.before.get(layer));
                compare(after, i, plain.after.get(layer));
            }
        });
    }

    private static void compare(float[] values, int image, double[][] expected) {
        for (int u = 0; u < expected.length; u++) {
            double mean = 0;
            for (double value : expected[u]) {
                mean += value / expected[u].length;
            }
            assertThat(values[image * expected.length + u]).isCloseTo((float) mean, within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6-5-4", "c3-c4-5", "c4-6-5"})
    void aSubNetworkComputesWhatTheWholeDoesWithTheOthersSilent(String hidden) {
        Network network = withBiases(Network.initial(Architecture.parse(hidden, 7, 7, 7), 2));
        Kept kept = Kept.all(network.architecture()).with(0, 0, 2).with(1, 1, 3).with(2, 2, 0);
        Network small = network.keep(kept);
        Network silenced = silenced(network, kept);
        for (int i = 0; i < IMAGES.count(); i++) {
            double[] whole = new PlainForward(silenced, IMAGES, i).logits();
            assertThat(new PlainForward(small, IMAGES, i).logits()).containsExactly(whole, within(1e-12));
        }
        assertThat(small.architecture().layers().stream().map(LayerShape::units))
                .containsExactly(2, 2, 2, 7);
    }

    /** All weights and biases into units that are not kept are zero. */
    private static Network silenced(Network network, Kept kept) {
        List<float[]> weights = network.weights().stream().map(float[]::clone).toList();
        List<float[]> biases = network.biases().stream().map(float[]::clone).toList();
        for (int l = 0; l < kept.units().size(); l++) {
            LayerShape layer = network.architecture().layers().get(l);
            for (int u = 0; u < layer.units(); u++) {
                if (java.util.Arrays.binarySearch(kept.units().get(l), u) < 0) {
                    java.util.Arrays.fill(weights.get(l), u * layer.fanIn(), (u + 1) * layer.fanIn(), 0);
                    biases.get(l)[u] = 0;
                }
            }
        }
        return new Network(network.architecture(), weights, biases);
    }

    /** Biases of zero would hide where they are forgotten. */
    private static Network withBiases(Network network) {
        for (float[] biases : network.biases()) {
            for (int u = 0; u < biases.length; u++) {
                biases[u] = 0.1f * (u + 1);
            }
        }
        return network;
    }

    @Test
    void initialWeightsHaveTheVarianceOfHeAndDependOnTheSeedOnly() {
        Architecture architecture = Architecture.parse("200-200", 28, 28, 10);
        Network network = Network.initial(architecture, 5);
        for (int l = 0; l < 3; l++) {
            float[] weights = network.weights().get(l);
            double square = 0;
            for (float w : weights) {
                square += (double) w * w / weights.length;
            }
            double expected = 2.0 / architecture.layers().get(l).fanIn();
            // The variance of a sample of n normal values has a relative deviation of sqrt(2/n).
            assertThat(square).isCloseTo(expected, within(5 * expected * Math.sqrt(2.0 / weights.length)));
            assertThat(Network.initial(architecture, 5).weights().get(l)).containsExactly(weights);
            assertThat(Network.initial(architecture, 6).weights().get(l)).isNotEqualTo(weights);
        }
        assertThat(architecture).hasToString("784-200-200-10");
        assertThat(architecture.parameters()).isEqualTo(784 * 200 + 200 + 200 * 200 + 200 + 200 * 10 + 10);
        assertThat(Architecture.parse("c8-c16-64", 28, 28, 10)).hasToString("28x28-c8-c16-64-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6-5", "c3-c4-5", "c3"})
    void aFileHoldsTheNetwork(String hidden, @TempDir Path folder) throws Exception {
        Network network = withBiases(Network.initial(Architecture.parse(hidden, 7, 5, 3), 1));
        Path file = folder.resolve("network.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            NetworkFile.write(network, out);
        }
        Network read = NetworkFile.read(file);
        assertThat(read.architecture()).isEqualTo(network.architecture());
        for (int l = 0; l < network.weights().size(); l++) {
            assertThat(read.weights().get(l)).containsExactly(network.weights().get(l));
            assertThat(read.biases().get(l)).containsExactly(network.biases().get(l));
        }
    }

    @Test
    void aFileThatIsNoNetworkIsRefusedInOneLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.npz"), "not a network");
        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("a network must be a .npz file that oinfo study wrote: " + file + ": ")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> NetworkFile.read(folder.resolve("absent.npz")))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("absent.npz is not; check the path");
    }

    /** An array that says it has two thousand million values, in a file of 252 bytes. */
    @Test
    void memoryIsMadeForWhatIsThereOnly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("claims.npz");
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000,), }";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("image.npy"));
            zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
            zip.write((header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
            zip.write(new byte[8]);
        }
        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage("an .npy file must be as long as its header says: image.npy in " + file
                        + " of shape (2000000000) and type f4 should have 8000000128 bytes, found 136; the file is cut short"
                        + " or damaged, copy or save it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200-", "0", "200-c8", "x", "-3", "1000000"})
    void aNetworkThatCannotBeReadIsRefused(String text) {
        assertThatThrownBy(() -> Architecture.parse(text, 28, 28, 10))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a network must be hidden layers joined by -, convolutions (c and channels) before dense layers"
                                + " (neurons): found \"" + text + "\"; write for example 200-200-200 or c8-c16-64");
    }
}
