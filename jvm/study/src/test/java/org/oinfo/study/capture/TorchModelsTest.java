package org.oinfo.study.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.data.Samples;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.files.OpenArrays;
import org.oinfo.parallel.Monitor;

/** What is captured of networks that PyTorch exported is what its own hooks see: torch/make_torch_models.py. */
class TorchModelsTest {
    private static final int EXAMPLES = 9;

    @TempDir
    Path folder;

    /** Where an output of a module has its neurons; the other axes behind the examples are positions. */
    enum Axis {
        FIRST,
        LAST
    }

    /** An output of a module as the hook saw it. */
    private record Seen(List<Long> shape, double[] values) {
        /** Value of a neuron at a position. */
        double at(int example, int neuron, int position, Axis axis) {
            int neurons = neurons(axis);
            int positions = values.length / EXAMPLES / neurons;
            int within = axis == Axis.FIRST ? neuron * positions + position : position * neurons + neuron;
            return values[example * neurons * positions + within];
        }

        int neurons(Axis axis) {
            return Math.toIntExact(axis == Axis.FIRST ? shape.get(1) : shape.getLast());
        }

        int positions(Axis axis) {
            return values.length / EXAMPLES / neurons(axis);
        }
    }

    private static Path resource(String name) {
        URL url = Objects.requireNonNull(TorchModelsTest.class.getResource("torch/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Seen seen(String model, String module) {
        try (OpenArrays file = OpenArrays.open(resource(model + "-hooks.npz").toString())) {
            ArrayEntry entry = file.entries().stream()
                    .filter(one -> one.name().equals(module))
                    .findFirst()
                    .orElseThrow();
            NumericArray array = file.read(entry);
            double[] values = new double[(int) NumericArray.elements(array.shape())];
            array.decode(0, values, 0, values.length);
            return new Seen(array.shape(), values);
        }
    }

    private Capture capture(String model, String exporter, Positions positions) throws IOException {
        try (Examples examples = Examples.open(resource(model + "-inputs.npz"), null, 0)) {
            Path path = resource(model + '-' + exporter + ".onnx");
            return OnnxCapture.write(path, List.of(), examples, positions, folder, Monitor.NONE)
                    .capture();
        }
    }

    private static double[] values(Capture capture, CapturedLayer layer) {
        try (Samples samples = capture.samples(layer)) {
            double[] values = new double[samples.samples() * samples.variables()];
            samples.read(0, samples.samples(), 0, samples.variables(), values);
            return values;
        }
    }

    private static CapturedLayer layer(Capture capture, String file) {
        return capture.layers().stream()
                .filter(layer -> layer.file().equals(file + ".npy"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " must be among " + capture.layers()));
    }

    static Stream<Arguments> layers() {
        String last = "LAST";
        String maps = "FIRST";
        return Stream.of(
                Arguments.of("mlp", last, "fc1_Gemm_output_0-pre=fc1 act_Relu_output_0-post=act logits-logits=logits"),
                Arguments.of("mlp", last, "fc1.linear-pre=fc1 act.relu-post=act fc2.logits-logits=logits"),
                Arguments.of("half", last, "fc1_Gemm_output_0-pre=fc1 act_Relu_output_0-post=act logits-logits=logits"),
                Arguments.of("half", last, "fc1.linear-pre=fc1 act.relu-post=act fc2.logits-logits=logits"),
                Arguments.of(
                        "gelu",
                        last,
                        "fc1_Gemm_output_0-pre=fc1 norm_LayerNormalization_output_0-pre=norm"
                                + " act_Mul_1_output_0-post=act logits-logits=logits"),
                Arguments.of(
                        "gelu",
                        last,
                        "fc1.linear-pre=fc1 norm.layer_norm-pre=norm act.gelu-post=act fc2.logits-logits=logits"),
                Arguments.of("silu", last, "fc1_Gemm_output_0-pre=fc1 act_Mul_output_0-post=act logits-logits=logits"),
                Arguments.of("silu", last, "fc1.linear-pre=fc1 act.silu-post=act fc2.logits-logits=logits"),
                Arguments.of(
                        "tanhgelu", last, "fc1_Gemm_output_0-pre=fc1 act_Mul_5_output_0-post=act logits-logits=logits"),
                Arguments.of("tanhgelu", last, "fc1.linear-pre=fc1 act.gelu-post=act fc2.logits-logits=logits"),
                Arguments.of("mish", last, "fc1_Gemm_output_0-pre=fc1 act_Mul_output_0-post=act logits-logits=logits"),
                Arguments.of("mish", last, "fc1.linear-pre=fc1 act.mish-post=act fc2.logits-logits=logits"),
                // The exporters fold the normalisation into the convolution; the hook of conv1 sees what they do not
                // compute.
                Arguments.of(
                        "cnn",
                        maps,
                        "conv1_Conv_output_0-pre=bn1 relu_Relu_output_0-post=relu pool_MaxPool_output_0-post=pool"
                                + " conv2_Conv_output_0-pre=conv2 relu_1_Relu_output_0-post= ReduceMean_output_0-post="
                                + " logits-logits=logits"),
                Arguments.of(
                        "cnn",
                        maps,
                        "bn1.getitem-pre=bn1 relu.relu-post=relu pool.max_pool2d-post=pool conv2.conv2d_1-pre=conv2"
                                + " relu.relu_1-post= mean-post= fc.logits-logits=logits"),
                Arguments.of(
                        "residual",
                        maps,
                        "stem_Conv_output_0-pre=stem relu_Relu_output_0-post=relu conv_Conv_output_0-pre=conv"
                                + " relu_1_Relu_output_0-post= Add_output_0-sum= ReduceMean_output_0-sum="
                                + " logits-logits=logits"),
                Arguments.of(
                        "residual",
                        maps,
                        "stem.conv2d-pre=stem relu.relu-post=relu conv.conv2d_1-pre=conv relu.relu_1-post="
                                + " add_20-sum= mean-sum= fc.logits-logits=logits"),
                Arguments.of(
                        "vit",
                        last,
                        "patch_Conv_output_0-pre= Add_output_0-pre= block_norm1_LayerNormalization_output_0-pre=block.norm1"
                                + " block_qkv_Add_output_0-pre=block.qkv block_MatMul_1_output_0-pre="
                                + " block_proj_Add_output_0-pre=block.proj block_Add_output_0-sum="
                                + " block_norm2_LayerNormalization_output_0-pre=block.norm2"
                                + " block_fc1_Add_output_0-pre=block.fc1 block_act_Mul_1_output_0-post=block.act"
                                + " block_fc2_Add_output_0-pre=block.fc2 block_Add_1_output_0-sum=block"
                                + " norm_LayerNormalization_output_0-pre=norm ReduceMean_output_0-pre="
                                + " logits-logits=logits"),
                Arguments.of(
                        "vit",
                        last,
                        "patch.conv2d-pre= add_13-pre= block.norm1.layer_norm-pre=block.norm1"
                                + " block.qkv.linear-pre=block.qkv block.matmul_1-pre= block.proj.linear_1-pre=block.proj"
                                + " block.add_95-sum= block.norm2.layer_norm_1-pre=block.norm2"
                                + " block.fc1.linear_2-pre=block.fc1 block.act.gelu-post=block.act"
                                + " block.fc2.linear_3-pre=block.fc2 block.add_116-sum=block norm.layer_norm_2-pre=norm"
                                + " mean-pre= head.logits-logits=logits"),
                Arguments.of(
                        "tokens",
                        last,
                        "embed_Gather_output_0-pre=embed block_norm1_LayerNormalization_output_0-pre=block.norm1"
                                + " block_qkv_Add_output_0-pre=block.qkv block_MatMul_1_output_0-pre="
                                + " block_proj_Add_output_0-pre=block.proj block_Add_1_output_0-sum="
                                + " block_norm2_LayerNormalization_output_0-pre=block.norm2"
                                + " block_fc1_Add_output_0-pre=block.fc1 block_act_Mul_1_output_0-post=block.act"
                                + " block_fc2_Add_output_0-pre=block.fc2 block_Add_2_output_0-sum=block"
                                + " logits-logits=logits"),
                Arguments.of(
                        "tokens",
                        last,
                        "embed.embedding-pre=embed block.norm1.layer_norm-pre=block.norm1"
                                + " block.qkv.linear-pre=block.qkv block.matmul_1-pre= block.proj.linear_1-pre=block.proj"
                                + " block.add_114-sum= block.norm2.layer_norm_1-pre=block.norm2"
                                + " block.fc1.linear_2-pre=block.fc1 block.act.gelu-post=block.act"
                                + " block.fc2.linear_3-pre=block.fc2 block.add_135-sum=block head.logits-logits=logits"),
                Arguments.of(
                        "lstm", last, "lstm_Transpose_1_output_0-post=lstm Gather_output_0-post= logits-logits=logits"),
                Arguments.of("lstm", last, "lstm.getitem-post=lstm select-post= fc.logits-logits=logits"));
    }

    /** {@code file=module} for each layer in order; nothing behind = where no module hands the tensor out. */
    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerIsWhatTheHookOfItsModuleSaw(String model, Axis axis, String expected) throws IOException {
        String exporter = expected.contains("_output_0") ? "legacy" : "dynamo";
        Capture capture = capture(model, exporter, Positions.MEAN);
        List<String> pairs = Arrays.asList(expected.split(" "));
        assertThat(capture.layers())
                .extracting(CapturedLayer::file)
                .containsExactlyElementsOf(
                        pairs.stream().map(pair -> file(pair) + ".npy").toList());
        // Half precision has 11 bits: the model rounds between its layers, the hooks of the same numbers do not.
        double tolerance = model.equals("half") ? 4e-3 : 1e-5;
        for (String pair : pairs) {
            String module = pair.substring(pair.indexOf('=') + 1);
            if (!module.isEmpty()) {
                Seen seen = seen(model, module);
                int neurons = seen.neurons(axis);
                double[] found = values(capture, layer(capture, file(pair)));
                assertThat(found).hasSize(EXAMPLES * neurons);
                for (int i = 0; i < found.length; i++) {
                    double sum = 0;
                    for (int p = 0; p < seen.positions(axis); p++) {
                        sum += seen.at(i / neurons, i % neurons, p, axis);
                    }
                    assertThat(found[i])
                            .as("%s %s %s value %d", model, exporter, module, i)
                            .isCloseTo(sum / seen.positions(axis), within(tolerance));
                }
            }
        }
    }

    /** What stands before the equals sign. */
    private static String file(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    @ParameterizedTest
    @CsvSource({"all,0,7", "first,0,1", "last,6,1", "2,2,1"})
    void positionsAreTakenByTheRule(String rule, int first, int rows) throws IOException {
        for (String exporter : List.of("legacy", "dynamo")) {
            Capture capture = capture("tokens", exporter, Positions.parse(rule));
            assertThat(capture.images()).isEqualTo(EXAMPLES * rows);
            CapturedLayer act = capture.layers().stream()
                    .filter(layer -> layer.description().contains("GELU"))
                    .findFirst()
                    .orElseThrow();
            Seen seen = seen("tokens", "block.act");
            double[] found = values(capture, act);
            int neurons = seen.neurons(Axis.LAST);
            assertThat(found).hasSize(EXAMPLES * rows * neurons);
            for (int i = 0; i < found.length; i++) {
                int row = i / neurons;
                double value = seen.at(row / rows, i % neurons, first + row % rows, Axis.LAST);
                assertThat(found[i]).as("%s value %d", rule, i).isCloseTo(value, within(1e-5));
            }
        }
    }

    /** Heads and their features are neurons, tokens positions, whichever axis they are on. */
    @Test
    void headsOfAttentionAreNeurons() throws IOException {
        try (Examples examples = Examples.open(resource("vit-inputs.npz"), null, 0)) {
            Capture capture = OnnxCapture.write(
                            resource("vit-legacy.onnx"),
                            List.of("/block/MatMul_1_output_0", "/block/Softmax_output_0"),
                            examples,
                            Positions.MEAN,
                            folder,
                            Monitor.NONE)
                    .capture();
            assertThat(capture.layers()).extracting(CapturedLayer::width).containsExactly(8, 8);
        }
    }
}
