package org.oinfo.study.capture;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the few fields of a model that {@link OnnxGraph} is made of.
 * Format: <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxParser {
    /** Field numbers shifted by the wire type 2: bytes that a length precedes. */
    private static final int MODEL_GRAPH = OnnxGraph.MODEL_GRAPH;

    private static final int GRAPH_NODE = 1 << 3 | 2;
    private static final int GRAPH_INITIALIZER = 5 << 3 | 2;
    private static final int GRAPH_INPUT = 11 << 3 | 2;
    private static final int GRAPH_OUTPUT = OnnxGraph.GRAPH_OUTPUT;
    private static final int NODE_INPUT = 1 << 3 | 2;
    private static final int NODE_OUTPUT = 2 << 3 | 2;
    private static final int NODE_OP = 4 << 3 | 2;
    private static final int NODE_ATTRIBUTE = 5 << 3 | 2;
    private static final int NODE_METADATA = 9 << 3 | 2;
    private static final int ATTRIBUTE_NAME = 1 << 3 | 2;
    private static final int ATTRIBUTE_INTS = 8 << 3 | 2;
    /** The same one by one, wire type 0. */
    private static final int ATTRIBUTE_INT = 8 << 3;

    private static final int TENSOR_NAME = 8 << 3 | 2;
    private static final int TENSOR_EXTERNAL = 13 << 3 | 2;
    private static final int VALUE_NAME = OnnxGraph.VALUE_NAME;
    private static final int ENTRY_KEY = 1 << 3 | 2;
    private static final int ENTRY_VALUE = 2 << 3 | 2;

    private static final String PERMUTATION = "perm";
    /** Of PyTorch's exporter: the modules that an operator lies in, from the outermost, and its own name. */
    private static final String SCOPES = "pkg.torch.onnx.name_scopes";

    private static final String LOCATION = "location";

    private final List<OnnxGraph.Node> nodes = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final List<String> weights = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    private OnnxParser() {}

    /**
     * Reads a model.
     *
     * @throws IOException the bytes are no message of this format
     */
    static OnnxGraph read(byte[] model) throws IOException {
        OnnxParser parser = new OnnxParser();
        fields(CodedInputStream.newInstance(model), (tag, in) -> tag == MODEL_GRAPH && message(in, parser::field));
        parser.inputs.removeAll(parser.weights);
        return new OnnxGraph(parser.nodes, parser.inputs, parser.outputs, parser.files);
    }

    private boolean field(int tag, CodedInputStream in) throws IOException {
        return switch (tag) {
            case GRAPH_NODE -> node(in);
            case GRAPH_INPUT -> name(in, inputs);
            case GRAPH_OUTPUT -> name(in, outputs);
            // Old models list weights among the inputs too.
            case GRAPH_INITIALIZER -> weight(in);
            default -> false;
        };
    }

    private static boolean name(CodedInputStream in, List<String> names) throws IOException {
        return message(in, (tag, fields) -> tag == VALUE_NAME && names.add(fields.readString()));
    }

    private boolean weight(CodedInputStream in) throws IOException {
        return message(in, (tag, fields) -> switch (tag) {
            case TENSOR_NAME -> weights.add(fields.readString());
            case TENSOR_EXTERNAL -> {
                String[] entry = entry(fields);
                yield !entry[0].equals(LOCATION) || files.add(entry[1]);
            }
            default -> false;
        });
    }

    private boolean node(CodedInputStream in) throws IOException {
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        List<Integer> permutation = new ArrayList<>();
        String[] op = {"", ""};
        message(in, (tag, fields) -> {
            switch (tag) {
                case NODE_INPUT -> from.add(fields.readString());
                case NODE_OUTPUT -> to.add(fields.readString());
                case NODE_OP -> op[0] = fields.readString();
                case NODE_ATTRIBUTE -> permutation(fields, permutation);
                case NODE_METADATA -> {
                    String[] entry = entry(fields);
                    op[1] = entry[0].equals(SCOPES) ? module(entry[1]) : op[1];
                }
                default -> {
                    return false;
                }
            }
            return true;
        });
        return nodes.add(new OnnxGraph.Node(op[0], from, to, permutation, op[1]));
    }

    /** Adds the numbers of an attribute if it is the permutation of a Transpose. */
    private static void permutation(CodedInputStream in, List<Integer> permutation) throws IOException {
        String[] name = {""};
        List<Integer> numbers = new ArrayList<>();
        message(in, (tag, fields) -> {
            switch (tag) {
                case ATTRIBUTE_NAME -> name[0] = fields.readString();
                case ATTRIBUTE_INT -> numbers.add((int) fields.readInt64());
                case ATTRIBUTE_INTS -> {
                    int outer = fields.pushLimit(fields.readRawVarint32());
                    while (fields.getBytesUntilLimit() > 0) {
                        numbers.add((int) fields.readInt64());
                    }
                    fields.popLimit(outer);
                }
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (name[0].equals(PERMUTATION)) {
            permutation.addAll(numbers);
        }
    }

    /** The last module of {@code ['', 'block', 'block.fc1', 'linear']}: block.fc1. */
    private static String module(String scopes) {
        String[] names = scopes.replaceAll("[\\[\\]' ]", "").split(",", -1);
        return names.length < 2 ? "" : names[names.length - 2];
    }

    private static String[] entry(CodedInputStream in) throws IOException {
        String[] entry = {"", ""};
        message(in, (tag, fields) -> {
            if (tag != ENTRY_KEY && tag != ENTRY_VALUE) {
                return false;
            }
            entry[tag == ENTRY_KEY ? 0 : 1] = fields.readString();
            return true;
        });
        return entry;
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
