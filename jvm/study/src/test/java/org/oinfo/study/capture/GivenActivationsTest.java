package org.oinfo.study.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Monitor;

/** Shards that pyarrow wrote: see make_shards.py beside them. x[t][n] = (7 t + 3 n) % 11 + n / 4, 10 examples. */
class GivenActivationsTest {
    private static final int COUNT = 10;

    @TempDir
    Path folder;

    private static Path shard(String name) {
        URL url = Objects.requireNonNull(GivenActivationsTest.class.getResource("shards/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of a shard under another name. */
    private Path copy(String shard, String name) throws IOException {
        return Files.copy(shard(shard), folder.resolve(name));
    }

    private static String train(int i) {
        return "train-0000" + i + "-of-00003.parquet";
    }

    private static double x(int t, int n) {
        return (7 * t + 3 * n) % 11 + n / 4.0;
    }

    private static double[][] values(Capture capture, int layer) {
        try (Samples samples = capture.samples(capture.layers().get(layer))) {
            double[][] values = new double[samples.samples()][samples.variables()];
            for (int t = 0; t < values.length; t++) {
                samples.read(t, 1, 0, values[t].length, values[t]);
            }
            return values;
        }
    }

    private Capture capture(GivenActivations given) throws IOException {
        return given.write(Positions.MEAN, folder.resolve("out"), Monitor.NONE);
    }

    private static void requireHidden(double[][] values) {
        for (int t = 0; t < values.length; t++) {
            for (int n = 0; n < 4; n++) {
                assertThat(values[t][n]).as("[" + t + "][" + n + "]").isEqualTo(x(t, n));
            }
        }
    }

    @Test
    void shardsInAnyOrderAreOneLayerEach() throws IOException {
        GivenActivations given =
                GivenActivations.open(List.of(shard(train(2)), shard(train(0)), shard(train(1))), null, 0);
        assertThat(given.count()).isEqualTo(COUNT);
        assertThat(given.notes())
                .containsExactly("columns of " + shard(train(0))
                        + " that hold no lists of real numbers are left out: \"text\" (String)");
        Capture capture = capture(given);
        assertThat(capture.layers())
                .extracting(CapturedLayer::file)
                .containsExactly("hidden-post.npy", "latents-post.npy");
        requireHidden(values(capture, 0));
        double[][] latents = values(capture, 1);
        for (int t = 0; t < COUNT; t++) {
            for (int n = 0; n < 12; n++) {
                assertThat(latents[t][n]).isEqualTo(t == n ? t + 1 : 0);
            }
        }
        assertThat(capture.labels()).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
        // 110 of 120 numbers; a neuron that answers once is 0 in 90 %, not in more.
        assertThat(capture.layers().getLast().description())
                .isEqualTo("as given, latents [N][12], 3 files, 91.7 % zeros, 2 of 12 neurons 0 in more than 90 %");
    }

    @Test
    void aFolderIsItsFilesAndTheFirstExamplesMayDo() throws IOException {
        for (int i = 0; i < 3; i++) {
            copy(train(i), train(i));
        }
        Files.writeString(folder.resolve("README.md"), "not data\n");
        Path labels = Files.write(folder.resolve("labels.npy"), new byte[0]);
        assertThat(ActivationFiles.of(List.of(folder), labels)).hasSize(3);
        Files.delete(labels);
        Capture capture = capture(GivenActivations.open(List.of(folder), null, 5));
        assertThat(capture.images()).isEqualTo(5);
        assertThat(capture.labels()).containsExactly(0, 1, 2, 0, 1);
        requireHidden(values(capture, 0));
    }

    @Test
    void streamsOfACacheHaveTokensAsPositions() throws IOException {
        GivenActivations given = GivenActivations.open(List.of(shard("cached")), null, 0);
        assertThat(given.notes()).singleElement().asString().endsWith("are left out: \"token_ids\" (lists of i8)");
        Capture capture = given.write(Positions.parse("last"), folder.resolve("out"), Monitor.NONE);
        assertThat(capture.layers()).extracting(CapturedLayer::layer).containsExactly("blocks.0.hook_mlp_out");
        double[][] values = values(capture, 0);
        for (int t = 0; t < COUNT; t++) {
            for (int n = 0; n < 5; n++) {
                assertThat(values[t][n]).isEqualTo(x(t, 10 + n));
            }
        }
    }

    @Test
    void layersOfOneNameAreToldApartByTheirFiles() throws IOException {
        for (int i = 0; i < 3; i++) {
            copy(train(i), train(i).replace("train", "layer1"));
            copy(train(i), train(i).replace("train", "layer2"));
        }
        assertThat(capture(GivenActivations.open(List.of(folder), null, 0)).layers())
                .extracting(CapturedLayer::layer)
                .containsExactly("layer1.hidden", "layer1.latents", "layer2.hidden", "layer2.latents");
    }

    private static void refused(List<Path> paths, String message) {
        assertThatThrownBy(() -> GivenActivations.open(paths, null, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void aShardThatIsMissingOrThereTwiceIsNamed() throws IOException {
        Path first = shard(train(0));
        refused(
                List.of(first, shard(train(2))),
                "shards must be complete: of the 3 that " + first
                        + " belongs to, 1 is missing (numbered 0 to 2); give all of them, or their folder");
        refused(
                List.of(first),
                "shards must be complete: of the 3 that " + first
                        + " belongs to, 1, 2 are missing (numbered 0 to 2); give all of them, or their folder");
        refused(
                List.of(first, first),
                "each file of activations must be given once: found " + first + " and " + first + "; leave one out");
        Path beyond = copy(train(0), "train-00007-of-00003.parquet");
        refused(
                List.of(beyond),
                "shards must be numbered from 0 or from 1 to their number: found " + beyond + " and " + beyond
                        + "; name those that belong together");
        refused(
                List.of(Files.createDirectory(folder.resolve("empty"))),
                "a folder of activations must hold files of them: " + folder.resolve("empty")
                        + " has no .npy, .npz, .safetensors, .parquet, .arrow, .h5 or .mat; check the path");
    }

    @Test
    void shardsOfDifferentWidthsAreRefused() throws IOException {
        Path first = copy(train(0), "part-1.parquet");
        Path second = copy("narrow.parquet", "part-2.parquet");
        refused(
                List.of(first, second),
                "shards must hold the same layers: " + first + " has hidden [N][4], " + second
                        + " has hidden [N][3] in its place; save them alike");
    }

    @Test
    void aNumberThatIsMissingIsNamedAndNothingRemains() throws IOException {
        GivenActivations given = GivenActivations.open(List.of(shard("missing.parquet")), null, 0);
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> given.write(Positions.MEAN, out, Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("activations must be finite in single precision: " + shard("missing.parquet")
                        + " has NaN, or no value, in \"hidden\" at row 7 (from 0); correct it, or leave that example out of"
                        + " all layers");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void codesOfEightBitsAreRefused() throws IOException {
        String text = "{'descr': '|i1', 'fortran_order': False, 'shape': (3, 4), }";
        byte[] header = (text + " ".repeat(117 - text.length()) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] npy = Arrays.copyOf(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}, 128 + 12);
        System.arraycopy(header, 0, npy, 10, header.length);
        Path file = Files.write(folder.resolve("codes.npy"), npy);
        refused(
                List.of(file),
                "activations must be what neurons answer: found [N][4] whole numbers of 8 bits in " + file
                        + ", whose scale no format states; multiply by it and save as float16");
    }

    @Test
    void namesSayWhatBelongsTogether() {
        List<Path> given = List.of(
                Path.of("a/layer-2-of-2.npy"),
                Path.of("a/layer-1-of-2.npy"),
                Path.of("a/train-00000-of-00001-0123456789abcdef.parquet"),
                Path.of("b/part-00001-5e.c000.snappy.parquet"),
                Path.of("b/part-00000-5e.c000.snappy.parquet"),
                Path.of("c/10.npz"),
                Path.of("c/layer9.npz"),
                Path.of("d/fc1.npy"));
        assertThat(ShardSet.of(given))
                .containsExactly(
                        new ShardSet("layer", List.of(given.get(1), given.get(0))),
                        new ShardSet("a", List.of(given.get(2))),
                        new ShardSet("b", List.of(given.get(4), given.get(3))),
                        new ShardSet("10", List.of(given.get(5))),
                        new ShardSet("layer9", List.of(given.get(6))),
                        new ShardSet("fc1", List.of(given.get(7))));
    }
}
