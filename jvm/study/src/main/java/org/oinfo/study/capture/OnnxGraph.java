package org.oinfo.study.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tensors an ONNX model has and what computes them. Their shapes and types are the runtime's business.
 *
 * @param nodes operators in the order they are computed
 * @param inputs tensors that a caller gives
 * @param outputs tensors that a caller gets
 * @param files where weights are that are not in the model, as it names them
 * @param training what an operator makes that works as in training, such as a dropout that is not over; or empty
 */
public record OnnxGraph(
        List<Node> nodes, List<String> inputs, List<String> outputs, List<String> files, String training) {
    /** Field numbers shifted by the wire type 2: bytes that a length precedes. */
    static final int MODEL_GRAPH = 7 << 3 | 2;

    static final int GRAPH_OUTPUT = 12 << 3 | 2;
    static final int VALUE_NAME = 1 << 3 | 2;

    private static final Set<String> SIZES = Set.of("Shape", "Size");

    public OnnxGraph {
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        files = List.copyOf(files);
    }

    /**
     * An operator.
     *
     * @param op its type, such as Relu
     * @param permutation the order that a Transpose gives the axes, or empty
     * @param module the module of the network that it is part of, where PyTorch's exporter notes it; or empty
     */
    public record Node(String op, List<String> inputs, List<String> outputs, List<Integer> permutation, String module) {
        public Node {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            permutation = List.copyOf(permutation);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException the bytes are no message of this format
     */
    public static OnnxGraph read(byte[] model) throws IOException {
        return OnnxParser.read(model);
    }

    /**
     * The same model with more outputs, which need no types: the runtime infers them. A second graph in a message merges with the
     * first one, so the bytes are appended and the rest of the model is not understood and not touched.
     */
    public static byte[] withOutputs(byte[] model, Collection<String> more) {
        ByteArrayOutputStream outputs = new ByteArrayOutputStream();
        for (String name : more) {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            write(value, VALUE_NAME, name.getBytes(StandardCharsets.UTF_8));
            write(outputs, GRAPH_OUTPUT, value.toByteArray());
        }
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        write(graph, MODEL_GRAPH, outputs.toByteArray());
        byte[] joined = Arrays.copyOf(model, Math.addExact(model.length, graph.size()));
        System.arraycopy(graph.toByteArray(), 0, joined, model.length, graph.size());
        return joined;
    }

    /** A field: its tag, the length in groups of 7 bits from the lowest, the bytes. The library's way of writing warns users of Unsafe. */
    private static void write(ByteArrayOutputStream out, int tag, byte[] bytes) {
        out.write(tag);
        int length = bytes.length;
        for (; length > 0x7f; length >>>= 7) {
            out.write((length & 0x7f) | 0x80);
        }
        out.write(length);
        out.writeBytes(bytes);
    }

    /**
     * The tensors that are computed from the values of the inputs, in the order they are computed. What depends on the size of an
     * input alone is none of them.
     */
    public Set<String> computed() {
        Set<String> reached = new HashSet<>(inputs);
        Set<String> computed = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (!SIZES.contains(node.op()) && node.inputs().stream().anyMatch(reached::contains)) {
                node.outputs().stream().filter(name -> !name.isEmpty()).forEach(name -> {
                    reached.add(name);
                    computed.add(name);
                });
            }
        }
        return computed;
    }
}
