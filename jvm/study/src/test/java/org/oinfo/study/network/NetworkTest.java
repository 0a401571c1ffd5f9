package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.study.InventedImages;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

class NetworkTest {
    private static final Images IMAGES = InventedImages.of(20, 5, 7, 3).train();
    /** Neither side is the number of channels. */
    private static final ImageShape COLOURED = new ImageShape(3, 6, 9);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6",
                "6-5-4",
                "c3",
                "c3-c4-5",
                "c2-6-5",
                "6-r6",
                "6-r6x3-r6-5",
                "c3-r3",
                "c3-r3x2-c4-r4-5-r5",
                "vit-p7-d6-h2-b1",
                "vit-p1-d6-h3-b2-m5+7"
            })
    void everyLayerIsWhatTheDefinitionSays(String hidden) {
        compare(hidden, IMAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6-5", "c3", "c3-c4-5", "c2-r2-5", "vit-p3-d6-h2-b1"})
    void soIsEveryLayerThatReadsColours(String hidden) {
        compare(hidden, InventedImages.of(1, 12, COLOURED, 3).test());
    }

    private static void compare(String hidden, Images of) {
        Network network = BlocksTest.network(hidden, of.shape());
        LayerValues.of(network, of, (layer, images, before, after) -> {
            assertThat(images).isEqualTo(of.count());
            for (int i = 0; i < images; i++) {
                PlainForward plain = new PlainForward(network, of, i);
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
        Network network = withBiases(Network.initial(Architecture.parse(hidden, ImageShape.grey(7, 7), 7), 2));
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
        Architecture architecture = Architecture.parse("200-200", ImageShape.grey(28, 28), 10);
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
        assertThat(Architecture.parse("c8-c16-64", ImageShape.grey(28, 28), 10)).hasToString("28x28-c8-c16-64-10");
        Architecture coloured = Architecture.parse("c8-c16-64", new ImageShape(3, 32, 32), 10);
        assertThat(coloured).hasToString("3x32x32-c8-c16-64-10");
        // Taps of three channels; 8 x 8 positions of 16 meet the dense layer.
        assertThat(coloured.parameters()).isEqualTo(3 * 9 * 8 + 8 + 8 * 9 * 16 + 16 + 16 * 64 * 64 + 64 + 64 * 10 + 10);
        assertThat(Architecture.parse("20", new ImageShape(3, 32, 32), 10)).hasToString("3072-20-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6-5", "c3-c4-5", "c3", "6-r6x4-5-r5", "c3-r3-5", "vit-p1-d6-h2-b2-m5+4", "vit-p1-d4-h1-b1"})
    void aFileHoldsTheNetwork(String hidden, @TempDir Path folder) throws Exception {
        fileHolds(Architecture.parse(hidden, ImageShape.grey(7, 5), 3), folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6-5", "c3-c4-5", "c3-r3-5", "vit-p3-d6-h2-b1"})
    void aFileHoldsOneOfColours(String hidden, @TempDir Path folder) throws Exception {
        fileHolds(Architecture.parse(hidden, COLOURED, 3), folder);
    }

    private static void fileHolds(Architecture architecture, Path folder) throws Exception {
        Network network = withBiases(Network.initial(architecture, 1));
        Path file = folder.resolve("network.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            NetworkFile.write(network, out);
        }
        Network read = NetworkFile.read(file);
        assertThat(read.architecture()).isEqualTo(network.architecture());
        for (int l = 0; l < network.weights().size(); l++) {
            assertThat(read.weights().get(l)).containsExactly(network.weights().get(l));
            assertThat(read.biases().get(l)).containsExactly(network.biases().get(l));
            for (int i = 0; i < network.others().get(l).size(); i++) {
                assertThat(read.others().get(l).get(i))
                        .containsExactly(network.others().get(l).get(i));
            }
        }
    }

    /** Written when there were only dense layers and convolutions, of seed 1. */
    @Test
    void aFileOfAnEarlierVersionHoldsTheSameNetwork() throws Exception {
        Path file = Path.of(Objects.requireNonNull(NetworkTest.class.getResource("recorded-c6-c5-9.npz"))
                .toURI());
        Network read = NetworkFile.read(file);
        Network now = Network.initial(Architecture.parse("c6-c5-9", ImageShape.grey(8, 8), 10), 1);
        assertThat(read.architecture()).isEqualTo(now.architecture()).hasToString("8x8-c6-c5-9-10");
        for (int l = 0; l < now.weights().size(); l++) {
            assertThat(read.weights().get(l)).containsExactly(now.weights().get(l));
            assertThat(read.biases().get(l)).containsExactly(now.biases().get(l));
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
    @ValueSource(
            strings = {
                "",
                "200-",
                "0",
                "200-c8",
                "x",
                "-3",
                "1000000",
                "64-r",
                "vit",
                "vit-p4",
                "vit-p4-d32-h4-b0",
                "vit-p4-d32-h4-b2-m5+6+7",
                "vit-p4-d32-h4-b2-64"
            })
    void aNetworkThatCannotBeReadIsRefused(String text) {
        assertThatThrownBy(() -> Architecture.parse(text, ImageShape.grey(28, 28), 10))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a network must be hidden layers joined by -, convolutions (c and channels) before dense layers"
                                + " (neurons), residual blocks (r) among them, or a transformer (vit-p-d-h-b): found \""
                                + text
                                + "\"; write for example 200-200-200, c8-c16-64, c8-r8-64, 64-r64 or vit-p4-d32-h4-b2");
    }

    @ParameterizedTest
    @CsvSource({
        "r8, a residual block must be as wide as the layer that it adds to: found r8 first",
        "64-r32, a residual block must be as wide as the layer that it adds to: found r32 behind 64",
        "c8-64-r8, a residual block must be as wide as the layer that it adds to: found r8 behind 64",
        "vit-p4-d30-h4-b2, the features of a transformer must be a multiple of its heads: found d30 and h4",
        "vit-p5-d32-h4-b2, the sides of an image must be multiples of the patches': found 28 x 28 pixels and p5"
    })
    void aBlockThatDoesNotFitIsRefused(String text, String message) {
        assertThatThrownBy(() -> Architecture.parse(text, ImageShape.grey(28, 28), 10))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(message + " in \"" + text + "\"; ")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "64-r64, 784-64-r64-10",
        "64-r64x20-5, 784-64-r64x20-5-10",
        "c8-r8-64, 28x28-c8-r8-64-10",
        "vit-p4-d32-h4-b2, 28x28-vit-p4-d32-h4-b2-10",
        "vit-p4-d32-h4-b2-m128, 28x28-vit-p4-d32-h4-b2-10",
        "vit-p4-d32-h4-b2-m20+20, 28x28-vit-p4-d32-h4-b2-m20-10",
        "vit-p4-d32-h4-b2-m20+9, 28x28-vit-p4-d32-h4-b2-m20+9-10"
    })
    void anArchitectureIsToldAsItIsTyped(String text, String told) {
        assertThat(Architecture.parse(text, ImageShape.grey(28, 28), 10)).hasToString(told);
    }

    /** The words of a file are changed, its arrays are not. */
    @ParameterizedTest
    @CsvSource({
        "6-r9, 'says \"6-r9\"'",
        "5-r5, 'has shape (6, 25), its layers need [5, 25]'",
        "c6-6, 'has shape (6, 25)'"
    })
    void wordsOfLayersThatDoNotFitTheArraysAreRefused(String words, String why, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("network.npz");
        Network network = Network.initial(Architecture.parse("6-r6", ImageShape.grey(5, 5), 3), 1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        NetworkFile.write(network, written);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                if (entry.getName().equals("layers.npy")) {
                    System.arraycopy(words.getBytes(StandardCharsets.US_ASCII), 0, bytes, bytes.length - 4, 4);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
            }
        }
        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("a network must be a .npz file that oinfo study wrote: " + file + ": ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
    }

    @Test
    void imagesAreComputedTogetherAsFarAsMemoryGoes() {
        Architecture dense = Architecture.parse("200-200-200", ImageShape.grey(28, 28), 10);
        assertThat(dense.images(1, 10_000)).isEqualTo(10_000);
        // 610 answers of each of 33 networks: 2^23 / 20,130.
        assertThat(dense.images(33, 1000)).isEqualTo(416);
        Architecture transformer = Architecture.parse("vit-p4-d32-h4-b1", ImageShape.grey(8, 8), 10);
        // 4 tokens: 32 of the patches; queries, keys, values and 4 heads' attention to 4, 32 sums; 128 hidden, 32 sums;
        // 10 logits.
        int answers = 4 * (32 + 3 * 32 + 4 * 4 + 32 + 128 + 32) + 10;
        assertThat(transformer.images(266, 1000)).isEqualTo((1 << 23) / (266 * answers));
        assertThat(transformer.images(Integer.MAX_VALUE, 1000)).isEqualTo(1);
    }
}
