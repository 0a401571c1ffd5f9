package org.oinfo.study.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.capture.OnnxGraph.Node;
import org.oinfo.study.result.LayerLandscape.Activation;

class OnnxGraphTest {
    private static byte[] model(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OnnxGraphTest.class.getResourceAsStream("onnx/" + name), name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void nodesInputsAndOutputsAreReadAndWeightsAreNoInputs() throws IOException {
        OnnxGraph graph = OnnxGraph.read(model("rows.onnx"));
        assertThat(graph.inputs()).containsExactly("image");
        assertThat(graph.outputs()).containsExactly("output");
        assertThat(graph.nodes())
                .containsExactly(
                        new Node("Flatten", List.of("image"), List.of("flat")),
                        new Node("MatMul", List.of("flat", "w"), List.of("product")),
                        new Node("Tanh", List.of("product"), List.of("squashed")),
                        new Node("LogSoftmax", List.of("squashed"), List.of("output")));
    }

    @Test
    void onlyWhatDependsOnTheImagesIsComputedFromThem() throws IOException {
        assertThat(OnnxGraph.read(model("convolution.onnx")).computed())
                .contains("logits", "turned/plus")
                .doesNotContain("of weights", "image", "fc1.weight");
    }

    @Test
    void outputsAreAddedBesideThoseThatAreThere() throws IOException {
        String longName = "x".repeat(300);
        OnnxGraph before = OnnxGraph.read(model("fixed.onnx"));
        OnnxGraph after = OnnxGraph.read(OnnxGraph.withOutputs(model("fixed.onnx"), List.of("sum", longName)));
        assertThat(after.outputs()).containsExactly("output", "sum", longName);
        assertThat(after.nodes()).isEqualTo(before.nodes());
        assertThat(after.inputs()).isEqualTo(before.inputs());
    }

    @Test
    void damagedBytesAreReadOrRefusedButNeverFail() throws IOException {
        byte[] whole = model("convolution.onnx");
        long seed = 20_261;
        UniformRandomProvider random = RandomStreams.of(seed, 0);
        for (int round = 0; round < 5000; round++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThatCode(() -> read(damaged))
                    .as("seed " + seed + ", round " + round)
                    .doesNotThrowAnyException();
        }
    }

    private static void read(byte[] bytes) {
        try {
            OnnxGraph graph = OnnxGraph.read(bytes);
            OnnxRoles roles = new OnnxRoles(graph);
            graph.computed().forEach(roles::activation);
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    private static Activation role(String tensor, List<String> outputs, Node... nodes) {
        return new OnnxRoles(new OnnxGraph(List.of(nodes), List.of("x"), outputs)).activation(tensor);
    }

    private static Node node(String op, String from, String to) {
        return new Node(op, List.of(from), List.of(to));
    }

    @Test
    void aValueIsNamedAfterTheOperatorsAroundIt() {
        Node[] nodes = {
            node("Gemm", "x", "a"),
            node("Relu", "a", "b"),
            node("Flatten", "b", "c"),
            node("Gemm", "c", "d"),
            node("Identity", "d", "e"),
            node("Softmax", "e", "f"),
            node("Identity", "f", "g"),
            node("Add", "b", "h")
        };
        assertThat(role("a", List.of("g"), nodes)).isEqualTo(Activation.PRE);
        assertThat(role("b", List.of("g"), nodes)).isEqualTo(Activation.POST);
        assertThat(role("c", List.of("g"), nodes)).isEqualTo(Activation.POST);
        assertThat(role("d", List.of("e"), nodes)).isEqualTo(Activation.LOGITS);
        assertThat(role("e", List.of("g"), nodes)).isEqualTo(Activation.LOGITS);
        assertThat(role("f", List.of("g"), nodes)).isEqualTo(Activation.SOFTMAX);
        assertThat(role("g", List.of("g"), nodes)).isEqualTo(Activation.SOFTMAX);
        assertThat(role("h", List.of("g"), nodes)).isEqualTo(Activation.PRE);
        assertThat(role("b", List.of("b"), nodes)).isEqualTo(Activation.POST);
    }

    @Test
    void namesBecomeFileNamesThatDiffer() {
        FileNames names = new FileNames();
        assertThat(names.of("/fc 1/Gemm:0")).isEqualTo("fc_1_Gemm_0");
        assertThat(names.of("fc_1_Gemm_0")).isEqualTo("fc_1_Gemm_0-2");
        assertThat(names.of("FC_1_gemm_0")).isEqualTo("FC_1_gemm_0-3");
        assertThat(names.of("../..")).isEqualTo("tensor");
        assertThat(names.of("é")).isEqualTo("tensor-2");
        assertThat(names.of("y".repeat(200))).isEqualTo("y".repeat(100));
    }
}
