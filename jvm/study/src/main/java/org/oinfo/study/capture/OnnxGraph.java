package org.oinfo.study.capture;

import com.google.protobuf.CodedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which tensors an ONNX model has and what computes them. Their shapes and types are the runtime's business.
 * Format: <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>, of which a few fields are read.
 *
 * @param nodes operators in the order they are computed
 * @param inputs tensors that a caller gives
 * @param outputs tensors that a caller gets
 */
record OnnxGraph(List<Node> nodes, List<String> inputs, List<String> outputs) {
    /**
     * An operator.
     *
     * @param op its type, such as Relu
     */
    record Node(String op, List<String> inputs, List<String> outputs) {}

    /** Field numbers shifted by the wire type 2: bytes that a length precedes. */
    private static final int MODEL_GRAPH = 7 << 3 | 2;

    private static final int GRAPH_NODE = 1 << 3 | 2;
    private static final int GRAPH_INITIALIZER = 5 << 3 | 2;
    private static final int GRAPH_INPUT = 11 << 3 | 2;
    private static final int GRAPH_OUTPUT = 12 << 3 | 2;
    private static final int NODE_INPUT = 1 << 3 | 2;
    private static final int NODE_OUTPUT = 2 << 3 | 2;
    private static final int NODE_OP = 4 << 3 | 2;
    private static final int TENSOR_NAME = 8 << 3 | 2;
    private static final int VALUE_NAME = 1 << 3 | 2;

    /**
     * Reads a model.
     *
     * @throws IOException the bytes are no message of this format
     */
    static OnnxGraph read(byte[] model) throws IOException {
        Parts parts = new Parts();
        fields(CodedInputStream.newInstance(model), (tag, in) -> tag == MODEL_GRAPH && message(in, parts::field));
        parts.inputs.removeAll(parts.weights);
        return new OnnxGraph(List.copyOf(parts.nodes), List.copyOf(parts.inputs), List.copyOf(parts.outputs));
    }

    /**
     * The same model with more outputs, which need no types: the runtime infers them. A second graph in a message merges with the
     * first one, so the bytes are appended and the rest of the model is not understood and not touched.
     */
    static byte[] withOutputs(byte[] model, Collection<String> more) {
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

    /** The tensors that are computed from the inputs, in the order they are computed. */
    Set<String> computed() {
        Set<String> reached = new HashSet<>(inputs);
        Set<String> computed = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (node.inputs().stream().anyMatch(reached::contains)) {
                node.outputs().stream().filter(name -> !name.isEmpty()).forEach(name -> {
                    reached.add(name);
                    computed.add(name);
                });
            }
        }
        return computed;
    }

    /** A graph as far as it was read. */
    private static final class Parts {
        private final List<Node> nodes = new ArrayList<>();
        private final List<String> inputs = new ArrayList<>();
        private final List<String> outputs = new ArrayList<>();
        private final List<String> weights = new ArrayList<>();

        private boolean field(int tag, CodedInputStream in) throws IOException {
            return switch (tag) {
                case GRAPH_NODE -> node(in);
                case GRAPH_INPUT -> name(in, VALUE_NAME, inputs);
                case GRAPH_OUTPUT -> name(in, VALUE_NAME, outputs);
                // Old models list weights among the inputs too.
                case GRAPH_INITIALIZER -> name(in, TENSOR_NAME, weights);
                default -> false;
            };
        }

        private boolean node(CodedInputStream in) throws IOException {
            List<String> from = new ArrayList<>();
            List<String> to = new ArrayList<>();
            String[] op = {""};
            message(in, (tag, fields) -> {
                switch (tag) {
                    case NODE_INPUT -> from.add(fields.readString());
                    case NODE_OUTPUT -> to.add(fields.readString());
                    case NODE_OP -> op[0] = fields.readString();
                    default -> {
                        return false;
                    }
                }
                return true;
            });
            return nodes.add(new Node(op[0], List.copyOf(from), List.copyOf(to)));
        }

        private static boolean name(CodedInputStream in, int field, List<String> names) throws IOException {
            return message(in, (tag, fields) -> tag == field && names.add(fields.readString()));
        }
    }

    /** Takes a field, or says that it did not. */
    private interface Field {
        boolean taken(int tag, CodedInputStream in) throws IOException;
    }

    private static boolean message(CodedInputStream in, Field each) throws IOException {
        int length = in.readRawVarint32();
        int outer = in.pushLimit(length);
        fields(in, each);
        in.popLimit(outer);
        return true;
    }

    private static void fields(CodedInputStream in, Field each) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!each.taken(tag, in)) {
                in.skipField(tag);
            }
        }
        in.checkLastTagWas(0);
    }
}
