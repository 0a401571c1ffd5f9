package org.oinfo.study.capture;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private static final int ATTRIBUTE_TENSOR = 5 << 3 | 2;
    private static final int TENSOR_INTS = 5 << 3 | 2;
    private static final int TENSOR_RAW = 9 << 3 | 2;
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
    /** Constants that are true, and nothing else. */
    private final Set<String> truths = new HashSet<>();

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
        return new OnnxGraph(parser.nodes, parser.inputs, parser.outputs, parser.files, parser.training());
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

    /** What an operator makes that does in training what it does not in use, or nothing. */
    private String training() {
        return nodes.stream()
                .filter(node -> switch (node.op()) {
                    case "Dropout" ->
                        node.inputs().size() > 2
                                && truths.contains(node.inputs().get(2));
                    // Statistics of the batch are told in training alone.
                    case "BatchNormalization" -> node.outputs().size() > 1;
                    default -> false;
                })
                .map(node -> node.outputs().getFirst())
                .findFirst()
                .orElse("");
    }

    private boolean weight(CodedInputStream in) throws IOException {
        String[] name = {""};
        boolean[] truth = {false};
        weight(in, name, truth);
        if (truth[0]) {
            truths.add(name[0]);
        }
        return true;
    }

    private void weight(CodedInputStream in, String[] name, boolean[] truth) throws IOException {
        message(in, (tag, fields) -> switch (tag) {
            case TENSOR_NAME -> {
                name[0] = fields.readString();
                yield weights.add(name[0]);
            }
            case TENSOR_INTS, TENSOR_RAW -> {
                truth[0] |= isOne(fields);
                yield true;
            }
            case TENSOR_EXTERNAL -> {
                String[] entry = entry(fields);
                yield !entry[0].equals(LOCATION) || files.add(entry[1]);
            }
            default -> false;
        });
    }

    /** Reads bytes that a length precedes: whether there is one, and it is 1. */
    private static boolean isOne(CodedInputStream in) throws IOException {
        int length = in.readRawVarint32();
        if (length == 1) {
            return in.readRawByte() == 1;
        }
        in.skipRawBytes(length);
        return false;
    }

    private boolean node(CodedInputStream in) throws IOException {
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        List<Integer> permutation = new ArrayList<>();
        String[] op = {"", ""};
        boolean[] truth = {false};
        message(in, (tag, fields) -> {
            switch (tag) {
                case NODE_INPUT -> from.add(fields.readString());
                case NODE_OUTPUT -> to.add(fields.readString());
                case NODE_OP -> op[0] = fields.readString();
                case NODE_ATTRIBUTE -> attribute(fields, permutation, truth);
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
        if (truth[0] && op[0].equals("Constant")) {
            truths.addAll(to);
        }
        return nodes.add(new OnnxGraph.Node(op[0], from, to, permutation, op[1]));
    }

    /** Adds the numbers of an attribute if it is the permutation of a Transpose; says whether it is a tensor that is true. */
    private static void attribute(CodedInputStream in, List<Integer> permutation, boolean[] truth) throws IOException {
        String[] name = {""};
        List<Integer> numbers = new ArrayList<>();
        message(in, (tag, fields) -> {
            switch (tag) {
                case ATTRIBUTE_NAME -> name[0] = fields.readString();
                case ATTRIBUTE_TENSOR ->
                    message(fields, (inner, tensor) -> {
                        boolean taken = inner == TENSOR_INTS || inner == TENSOR_RAW;
                        truth[0] |= taken && isOne(tensor);
                        return taken;
                    });
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
