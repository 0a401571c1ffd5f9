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
                        node("Flatten", List.of("image"), "flat"),
                        node("MatMul", List.of("flat", "w"), "product"),
                        node("Tanh", List.of("product"), "squashed"),
                        node("LogSoftmax", List.of("squashed"), "output"));
        assertThat(graph.files()).containsExactly("rows.weights");
    }

    @Test
    void modulesAndPermutationsAreRead() throws IOException {
        OnnxGraph graph;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("torch/tokens-dynamo.onnx"))) {
            graph = OnnxGraph.read(in.readAllBytes());
        }
        assertThat(graph.nodes()).extracting(Node::module).contains("embed", "block", "block.qkv", "head");
        assertThat(graph.nodes().stream().filter(node -> node.op().equals("Transpose")))
                .extracting(Node::permutation)
                .containsExactly(List.of(2, 0, 3, 1, 4), List.of(0, 1, 3, 2), List.of(0, 2, 1, 3));
    }

    @Test
    void onlyWhatDependsOnTheImagesIsComputedFromThem() throws IOException {
        assertThat(OnnxGraph.read(model("convolution.onnx")).computed())
                .contains("logits", "turned/plus")
                .doesNotContain("sizes", "of weights", "image", "fc1.weight");
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
            OnnxSources sources = new OnnxSources(graph);
            OnnxRoles roles = new OnnxRoles(sources);
            OnnxLayout layout = new OnnxLayout(sources);
            graph.computed().forEach(tensor -> {
                roles.activation(tensor);
                roles.within(tensor);
                layout.of(tensor, 4);
            });
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    private static OnnxRoles roles(List<String> outputs, Node... nodes) {
        return new OnnxRoles(new OnnxSources(new OnnxGraph(List.of(nodes), List.of("x"), outputs, List.of(), "")));
    }

    private static Activation role(String tensor, List<String> outputs, Node... nodes) {
        return roles(outputs, nodes).activation(tensor);
    }

    private static Node node(String op, String from, String to) {
        return node(op, List.of(from), to);
    }

    private static Node node(String op, List<String> from, String to) {
        return new Node(op, from, List.of(to), List.of(), "");
    }

    private static Node transpose(String from, String to, Integer... axes) {
        return new Node("Transpose", List.of(from), List.of(to), List.of(axes), "");
    }

    /** As nn.MultiheadAttention is exported: tokens first, heads by a Reshape, what is compared with turned. */
    @Test
    void headsAreToldByTheProductThatTheyEnter() {
        Node[] nodes = {
            node("MatMul", List.of("x", "w"), "all"),
            transpose("all", "tokens", 1, 0, 2),
            node("Reshape", List.of("tokens", "shape"), "query"),
            node("Mul", List.of("query", "scale"), "scaled"),
            node("Reshape", List.of("tokens", "shape"), "key"),
            node("Reshape", List.of("key", "flat"), "keys"),
            transpose("keys", "turned", 0, 2, 1),
            node("Reshape", List.of("turned", "shape"), "heads"),
            node("Mul", List.of("heads", "scale"), "half"),
            node("MatMul", List.of("scaled", "half"), "scores"),
            node("Softmax", "scores", "weights"),
            node("Reshape", List.of("tokens", "shape"), "value"),
            node("MatMul", List.of("weights", "value"), "mixed"),
            node("Reshape", List.of("tokens", "shape"), "other"),
            node("Relu", "other", "end")
        };
        OnnxLayout layout = new OnnxLayout(
                new OnnxSources(new OnnxGraph(List.of(nodes), List.of("x"), List.of("mixed", "end"), List.of(), "")));
        for (String tensor : List.of("query", "scaled", "key", "value", "mixed")) {
            assertThat(layout.of(tensor, 3)).as(tensor).isEqualTo(OnnxLayout.Neurons.HEADS);
        }
        for (String tensor : List.of("turned", "heads", "half")) {
            assertThat(layout.of(tensor, 3)).as(tensor).isEqualTo(OnnxLayout.Neurons.TURNED);
        }
        assertThat(layout.of("other", 3)).isEqualTo(OnnxLayout.Neurons.LAST);
        assertThat(layout.of("end", 3)).isEqualTo(OnnxLayout.Neurons.LAST);
    }

    @Test
    void softplusMayPassLargeNumbersOn() {
        Node[] nodes = {
            node("Gemm", "x", "a"),
            node("Softplus", "a", "soft"),
            node("Greater", List.of("a", "twenty"), "large"),
            node("Where", List.of("large", "a", "soft"), "b"),
            node("Gemm", "b", "c")
        };
        OnnxRoles roles = roles(List.of("c"), nodes);
        assertThat(roles.activation("a")).isEqualTo(Activation.PRE);
        assertThat(roles.activation("b")).isEqualTo(Activation.POST);
        assertThat(roles.op("b")).isEqualTo("Softplus");
        assertThat(roles.within("soft")).isNotNull();
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

    /** Gated units multiply a half by the squashed other half: that is no function of one tensor. */
    @Test
    void aProductOfTwoTensorsIsNoActivationFunction() {
        Node[] nodes = {
            node("MatMul", List.of("x", "w"), "a"),
            node("MatMul", List.of("x", "v"), "b"),
            node("Sigmoid", "b", "gate"),
            node("Mul", List.of("a", "gate"), "gated"),
            node("Add", List.of("gated", "x"), "stream"),
            node("Relu", "stream", "y")
        };
        OnnxRoles roles = roles(List.of("y"), nodes);
        assertThat(roles.activation("gate")).isEqualTo(Activation.POST);
        assertThat(roles.within("gate")).isNull();
        assertThat(roles.op("gated")).isEqualTo("Mul");
        assertThat(roles.activation("gated")).isEqualTo(Activation.PRE);
        assertThat(roles.activation("stream")).isEqualTo(Activation.SUM);
    }

    /** The product before the bias differs by a constant: it has the same Omega. */
    @Test
    void whatGoesOnWithinAFunctionIsNoLayer() {
        Node[] nodes = {
            node("MatMul", List.of("x", "w"), "product"),
            node("Add", List.of("product", "bias"), "a"),
            node("Div", List.of("a", "root"), "b"),
            node("Erf", "b", "c"),
            node("Add", List.of("c", "one"), "d"),
            node("Mul", List.of("a", "d"), "e"),
            node("Mul", List.of("e", "half"), "f"),
            node("Mul", List.of("f", "scale"), "g")
        };
        OnnxRoles roles = roles(List.of("g"), nodes);
        assertThat(roles.within("product")).isEqualTo("lacks its bias, which is added next");
        assertThat(roles.within("a")).isNull();
        assertThat(List.of("b", "c", "d", "e")).allMatch(step -> "is a step within GELU".equals(roles.within(step)));
        assertThat(roles.within("f")).isNull();
        assertThat(roles.activation("a")).isEqualTo(Activation.PRE);
        assertThat(roles.activation("f")).isEqualTo(Activation.POST);
        assertThat(roles.op("f")).isEqualTo("GELU");
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
