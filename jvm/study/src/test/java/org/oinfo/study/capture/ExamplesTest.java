package org.oinfo.study.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Monitor;

class ExamplesTest {
    private static final int COUNT = 6;

    @TempDir
    Path folder;

    private static Path model(String name) {
        URL url = Objects.requireNonNull(ExamplesTest.class.getResource("torch/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A safetensors file: the header, then each tensor. */
    private Path safetensors(String header, byte[]... tensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .array());
        out.writeBytes(text);
        for (byte[] tensor : tensors) {
            out.writeBytes(tensor);
        }
        return Files.write(folder.resolve("inputs.safetensors"), out.toByteArray());
    }

    private static byte[] floats(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat(i / 7f - 3);
        }
        return bytes.array();
    }

    private static String tensor(String name, String type, String shape, int from, int to) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}".formatted(name, type, shape, from, to);
    }

    private Capture capture(Path inputs, String model) throws IOException {
        try (Examples examples = Examples.open(inputs, null, 0)) {
            return OnnxCapture.write(
                            model(model), List.of(), examples, Positions.MEAN, folder.resolve("out"), Monitor.NONE)
                    .capture();
        }
    }

    private void refused(Path inputs, String model, String message) {
        assertThatThrownBy(() -> capture(inputs, model))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void labelsOfTheFileGoWithTheCapture() throws IOException {
        byte[] labels = {0, 1, 2, 0, 1, 2};
        Path inputs = safetensors(
                "{" + tensor("x", "F32", "[6,12]", 0, 288) + "," + tensor("labels", "U8", "[6]", 288, 294) + "}",
                floats(72),
                labels);
        assertThat(capture(inputs, "mlp-legacy.onnx").labels()).containsExactly(0, 1, 2, 0, 1, 2);
        try (Examples first = Examples.open(inputs, null, 4)) {
            assertThat(first.count()).isEqualTo(4);
            assertThat(first.labels()).containsExactly(0, 1, 2, 0);
        }
        Path column = Files.writeString(folder.resolve("y.csv"), "5\n4\n3\n2\n1\n0\n");
        try (Examples other = Examples.open(inputs, column, 0)) {
            assertThat(other.labels()).containsExactly(5, 4, 3, 2, 1, 0);
        }
    }

    @Test
    void withoutLabelsACaptureHasNone() throws IOException {
        Path inputs = safetensors("{" + tensor("x", "F32", "[6,12]", 0, 288) + "}", floats(72));
        Capture capture = capture(inputs, "mlp-legacy.onnx");
        assertThat(capture.images()).isEqualTo(COUNT);
        assertThat(capture.labels()).isEmpty();
    }

    @Test
    void whatDoesNotFitTheModelIsRefusedWithBoth() throws IOException {
        Path narrow = safetensors("{" + tensor("x", "F32", "[6,11]", 0, 264) + "}", floats(66));
        String end = "; give its inputs by name in an .npz or .safetensors file with --inputs";
        refused(
                narrow,
                "mlp-legacy.onnx",
                "a model must be shown what it takes: " + model("mlp-legacy.onnx") + " takes x float [N][12]; found x"
                        + " [N][11] of " + narrow + end);
        Path real = safetensors(
                "{" + tensor("ids", "F32", "[6,7]", 0, 168) + "," + tensor("mask", "F32", "[6,7]", 168, 336) + "}",
                floats(84));
        refused(
                real,
                "tokens-legacy.onnx",
                "a model must be shown what it takes: " + model("tokens-legacy.onnx")
                        + " takes ids int64 [N][7], mask int64" + " [N][7]; found ids [N][7], mask [N][7] of " + real
                        + end);
    }

    @Test
    void aValueThatItsTypeDoesNotHoldIsNamed() throws IOException {
        ByteBuffer large = ByteBuffer.allocate(2 * 6 * 7 * 8).order(ByteOrder.LITTLE_ENDIAN);
        large.putLong(8 * (7 * 3 + 2), 1L << 60);
        Path inputs = safetensors(
                "{" + tensor("ids", "I64", "[6,7]", 0, 336) + "," + tensor("mask", "I64", "[6,7]", 336, 672) + "}",
                large.array());
        assertThatThrownBy(() -> capture(inputs, "tokens-dynamo.onnx"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a value must fit the type of its input: \"ids\" takes int64, example 3 (from 0) has"
                        + " 1152921504606846976; give what the model was trained on");
    }

    @Test
    void arraysMustBeOfTheSameExamples() throws IOException {
        Path inputs = safetensors(
                "{" + tensor("ids", "F32", "[6,2]", 0, 48) + "," + tensor("mask", "F32", "[4,2]", 48, 80) + "}",
                floats(20));
        assertThatThrownBy(() -> Examples.open(inputs, null, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("inputs must be of the same examples: " + inputs
                        + " has \"ids\" (6, 2) f4 and \"mask\" (4, 2) f4; the first axis must be as long in all");
        Path text = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n3,4\n5,6\n");
        assertThatThrownBy(() -> Examples.open(text, null, 0))
                .isInstanceOf(BadInputException.class)
                .hasMessage("arrays must be a .npy, .npz, .safetensors, HDF5, MATLAB, Parquet or Arrow file: " + text
                        + " is none; save them with numpy.save, or numpy.savez for several");
    }

    /** Values k/7 - 3 in the order of the file. */
    @Test
    void activationsOfAnotherToolAreLayers() throws IOException {
        Path file = safetensors(
                "{" + tensor("blocks.0.hook_post", "F32", "[6,3,4]", 0, 288) + ","
                        + tensor("conv", "F32", "[6,2,2,3]", 288, 576) + "," + tensor("labels", "U8", "[6]", 576, 582)
                        + "}",
                floats(72),
                floats(72),
                new byte[] {1, 0, 1, 0, 1, 0});
        GivenActivations given = GivenActivations.open(List.of(file), null, 0);
        Capture capture = given.write(Positions.MEAN, folder.resolve("out"), Monitor.NONE);
        assertThat(capture.layers())
                .extracting(CapturedLayer::file)
                .containsExactly("blocks.0.hook_post-post.npy", "conv-post.npy");
        assertThat(capture.layers()).extracting(CapturedLayer::width).containsExactly(4, 2);
        assertThat(capture.labels()).containsExactly(1, 0, 1, 0, 1, 0);
        for (int example = 0; example < COUNT; example++) {
            for (int neuron = 0; neuron < 4; neuron++) {
                double tokens = (example * 12 + neuron + 4) / 7.0 - 3;
                assertThat(value(capture, 0, example, neuron)).isCloseTo(tokens, within(1e-6));
            }
            for (int channel = 0; channel < 2; channel++) {
                double map = (example * 12 + channel * 6 + 2.5) / 7.0 - 3;
                assertThat(value(capture, 1, example, channel)).isCloseTo(map, within(1e-6));
            }
        }
        assertThatThrownBy(() -> given.write(new Positions(Positions.Kind.ALL, 0), folder.resolve("all"), Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a layer must have the positions that are taken: \"conv\" has 6, \"blocks.0.hook_post\" has"
                        + " 3; take their mean, or leave one out");
    }

    private static double value(Capture capture, int layer, int row, int column) {
        try (Samples samples = capture.samples(capture.layers().get(layer))) {
            double[] one = new double[1];
            samples.read(row, 1, column, 1, one);
            return one[0];
        }
    }

    @Test
    void positionsAreOneOfFive() {
        assertThat(Positions.parse("3")).isEqualTo(new Positions(Positions.Kind.ONE, 3));
        for (String bad : List.of("", "middle", "-1", "1.5", "99999999999")) {
            assertThatThrownBy(() -> Positions.parse(bad))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(
                            "--positions must be mean, all, first, last or the index of one, from 0: found");
        }
    }
}
