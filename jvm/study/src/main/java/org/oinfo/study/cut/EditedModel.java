package org.oinfo.study.cut;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.study.capture.OnnxFile;
import org.oinfo.study.cut.ProtoMessage.Field;

/**
 * A model whose constants can be exchanged. Everything else of the file is kept: names, versions, metadata, what is not understood. Types that it
 * notes of inner tensors are left out, for they name widths; the runtime infers them. Weights of files of their own come into the model.
 */
final class EditedModel {
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;
    private static final int INNER = 13;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_NAME = 3;
    private static final int NODE_OP = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int NODE_DOMAIN = 7;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int ATTRIBUTE_GRAPH = 6;
    private static final int ATTRIBUTE_GRAPHS = 11;

    private final ProtoMessage model;
    private final ProtoMessage graph;
    private final List<Node> nodes;
    private final Map<String, ProtoMessage> initializers;
    private final Map<String, Weights> exchanged;
    /** Operators whose output gets a constant added, to the constant's name. */
    private final Map<Integer, String> biased;
    /** The operator that makes each tensor. */
    private final Map<String, Integer> makers = new HashMap<>();

    private EditedModel(
            ProtoMessage model,
            ProtoMessage graph,
            List<Node> nodes,
            Map<String, ProtoMessage> initializers,
            Map<String, Weights> exchanged,
            Map<Integer, String> biased) {
        this.model = model;
        this.graph = graph;
        this.nodes = nodes;
        this.initializers = initializers;
        this.exchanged = exchanged;
        this.biased = biased;
        for (int n = 0; n < nodes.size(); n++) {
            makers.put(nodes.get(n).output(), n);
        }
    }

    /** An operator; its inputs may be other ones than those of the file. */
    private record Node(ProtoMessage rest, Map<String, ProtoMessage> attributes, List<String> inputs) {
        Node copy() {
            return new Node(rest, attributes, new ArrayList<>(inputs));
        }

        String output() {
            return rest.text(NODE_OUTPUT);
        }
    }

    /**
     * A model as it was read.
     *
     * @throws BadInputException it holds models within operators, or weights outside are not there
     */
    static EditedModel of(OnnxFile file) throws IOException {
        ProtoMessage model = ProtoMessage.parse(file.bytes());
        ProtoMessage graph = ProtoMessage.parse(model.joined(GRAPH));
        List<Node> nodes = new ArrayList<>();
        for (Field field : graph.all(NODE)) {
            ProtoMessage node = field.message();
            Map<String, ProtoMessage> attributes = new HashMap<>();
            for (Field one : node.all(NODE_ATTRIBUTE)) {
                ProtoMessage attribute = one.message();
                if (!attribute.all(ATTRIBUTE_GRAPH).isEmpty()
                        || !attribute.all(ATTRIBUTE_GRAPHS).isEmpty()) {
                    throw new BadInputException("a model that is cut must be one graph: " + file.path() + " has a "
                            + node.text(NODE_OP) + " with a graph of its own; export it without branches and loops");
                }
                attributes.put(attribute.text(1), attribute);
            }
            List<String> inputs = node.all(NODE_INPUT).stream().map(Field::text).toList();
            ProtoMessage rest = node.without(f -> f.number() == NODE_INPUT);
            nodes.add(new Node(rest, attributes, new ArrayList<>(inputs)));
        }
        Map<String, ProtoMessage> initializers = new LinkedHashMap<>();
        for (Field field : graph.all(INITIALIZER)) {
            ProtoMessage tensor = field.message();
            initializers.put(tensor.text(Weights.NAME), inside(tensor, file.path()));
        }
        return new EditedModel(
                model.without(f -> f.number() == GRAPH),
                graph.without(f -> f.number() == NODE || f.number() == INITIALIZER || f.number() == INNER),
                nodes,
                initializers,
                new LinkedHashMap<>(),
                new HashMap<>());
    }

    /** A tensor with its bytes. That a file of weights lies in the model's folder was seen to when the model was read. */
    private static ProtoMessage inside(ProtoMessage tensor, Path path) throws IOException {
        Map<String, String> where = new HashMap<>();
        for (Field field : tensor.all(13)) {
            ProtoMessage entry = field.message();
            where.put(entry.text(1), entry.text(2));
        }
        String location = where.get("location");
        if (location == null) {
            return tensor;
        }
        try (RandomAccessFile file = new RandomAccessFile(
                path.toAbsolutePath().resolveSibling(location).toFile(), "r")) {
            long from = Long.parseLong(where.getOrDefault("offset", "0"));
            long length = Long.parseLong(where.getOrDefault("length", Long.toString(file.length() - from)));
            byte[] bytes = new byte[Math.toIntExact(length)];
            file.seek(from);
            file.readFully(bytes);
            return tensor.without(Weights::outside).add(Weights.RAW, bytes);
        } catch (ArithmeticException | NumberFormatException | NegativeArraySizeException e) {
            throw new BadInputException("weights outside a model must be as it says: " + path + " wants " + where
                    + "; export or save the model again");
        }
    }

    /** A model to be edited without this one. */
    EditedModel copy() {
        return new EditedModel(
                model,
                graph,
                new ArrayList<>(nodes.stream().map(Node::copy).toList()),
                initializers,
                new LinkedHashMap<>(exchanged),
                new HashMap<>(biased));
    }

    int nodes() {
        return nodes.size();
    }

    /** The type of an operator; with its domain, where it is none of the standard's. */
    String op(int node) {
        String domain = nodes.get(node).rest().text(NODE_DOMAIN);
        String op = nodes.get(node).rest().text(NODE_OP);
        return domain.isEmpty() || domain.equals("ai.onnx") ? op : domain + "." + op;
    }

    /** The name of an operator, or nothing. */
    String name(int node) {
        return nodes.get(node).rest().text(NODE_NAME);
    }

    List<String> inputs(int node) {
        return nodes.get(node).inputs();
    }

    private @Nullable ProtoMessage attribute(int node, String name) {
        return nodes.get(node).attributes().get(name);
    }

    long number(int node, String name, long otherwise) {
        ProtoMessage attribute = attribute(node, name);
        return attribute == null ? otherwise : attribute.value(3, 0);
    }

    float real(int node, String name, float otherwise) {
        ProtoMessage attribute = attribute(node, name);
        return attribute == null ? otherwise : Float.intBitsToFloat((int) attribute.value(2, 0));
    }

    String text(int node, String name) {
        ProtoMessage attribute = attribute(node, name);
        return attribute == null ? "" : attribute.text(4);
    }

    /** Empty where there is no such attribute. */
    long[] numbers(int node, String name) throws IOException {
        ProtoMessage attribute = attribute(node, name);
        return attribute == null ? new long[0] : attribute.values(8);
    }

    /** The constant that an operator takes, or null where it takes none there. */
    @Nullable
    Weights constant(int node, int slot) throws IOException {
        List<String> inputs = inputs(node);
        return slot < inputs.size() ? constant(inputs.get(slot), 0) : null;
    }

    private @Nullable Weights constant(String name, int depth) throws IOException {
        Weights other = exchanged.get(name);
        if (other != null) {
            return other;
        }
        ProtoMessage tensor = initializers.get(name);
        if (tensor != null) {
            return Weights.of(tensor);
        }
        Integer maker = name.isEmpty() ? null : makers.get(name);
        if (maker == null || depth > nodes.size()) {
            return null;
        }
        // An exporter names a constant twice by an Identity.
        return switch (op(maker)) {
            case "Constant" -> constantNode(maker);
            case "Identity" -> constant(inputs(maker).getFirst(), depth + 1);
            default -> null;
        };
    }

    private @Nullable Weights constantNode(int node) throws IOException {
        ProtoMessage value = attribute(node, "value");
        if (value != null) {
            return Weights.of(ProtoMessage.parse(value.joined(ATTRIBUTE_TENSOR)));
        }
        // A single number; its value is not asked for.
        boolean single = attribute(node, "value_float") != null || attribute(node, "value_int") != null;
        return single ? new Weights(new long[0], 0, new double[0]) : null;
    }

    /** The name of a constant in the file, or nothing where it is made by an operator. */
    String initializer(int node, int slot) {
        List<String> inputs = inputs(node);
        return slot < inputs.size()
                        && (initializers.containsKey(inputs.get(slot)) || exchanged.containsKey(inputs.get(slot)))
                ? inputs.get(slot)
                : "";
    }

    /** Gives an operator another constant. Where others take the old one too, it gets a name of its own. */
    void exchange(int node, int slot, Weights weights) {
        List<String> inputs = inputs(node);
        while (inputs.size() <= slot) {
            inputs.add("");
        }
        String name = inputs.get(slot);
        boolean alone = initializers.containsKey(name) || exchanged.containsKey(name);
        if (!alone || uses(name) != 1) {
            name = free(name.isEmpty() ? nodes.get(node).output() + "_bias" : name + "_cut");
            inputs.set(slot, name);
        }
        exchanged.put(name, weights);
    }

    /** Adds a constant to the output of an operator that has no place for one. */
    void bias(int node, Weights weights) {
        String name = biased.computeIfAbsent(node, n -> free(nodes.get(n).output() + "_bias"));
        exchanged.put(name, weights);
    }

    /** The constant that {@link #bias} added, or null. */
    @Nullable
    Weights added(int node) {
        return exchanged.get(nameAdded(node));
    }

    /** Its name, or nothing. */
    String nameAdded(int node) {
        return biased.getOrDefault(node, "");
    }

    /** Constants that are not those of the file, by their names. */
    Map<String, Weights> exchanged() {
        return exchanged;
    }

    private String free(String base) {
        String name = base;
        for (int i = 2;
                initializers.containsKey(name) || exchanged.containsKey(name) || makers.containsKey(name);
                i++) {
            name = base + i;
        }
        return name;
    }

    private long uses(String name) {
        long outputs =
                graph.all(OUTPUT).stream().filter(o -> isNamed(o, Set.of(name))).count();
        return outputs
                + nodes.stream()
                        .mapToLong(n -> n.inputs().stream().filter(name::equals).count())
                        .sum();
    }

    /** The model as a file. */
    byte[] bytes() throws IOException {
        Set<String> used = new HashSet<>();
        nodes.forEach(node -> used.addAll(node.inputs()));
        for (Field output : graph.all(OUTPUT)) {
            used.add(output.message().text(1));
        }
        Set<String> changed = new HashSet<>(exchanged.keySet());
        initializers.keySet().stream().filter(name -> !used.contains(name)).forEach(changed::add);
        // Old models list weights among the inputs too.
        ProtoMessage out = graph.without(f -> f.number() == INPUT && isNamed(f, changed));
        for (Field input : graph.all(INPUT)) {
            Weights weights = exchanged.get(input.message().text(1));
            if (weights != null) {
                out.add(INPUT, weights.info(input.message().text(1)));
            }
        }
        for (int n = 0; n < nodes.size(); n++) {
            write(n, out);
        }
        for (Map.Entry<String, ProtoMessage> tensor : initializers.entrySet()) {
            if (!changed.contains(tensor.getKey())) {
                out.add(INITIALIZER, tensor.getValue());
            }
        }
        exchanged.forEach((name, weights) -> out.add(INITIALIZER, weights.message(name)));
        return joined(model.bytes(), new ProtoMessage().add(GRAPH, out).bytes());
    }

    private void write(int n, ProtoMessage out) {
        Node node = nodes.get(n);
        ProtoMessage message = new ProtoMessage();
        node.inputs().forEach(name -> message.add(NODE_INPUT, name));
        String bias = biased.get(n);
        if (bias == null) {
            out.add(NODE, joined(message.bytes(), node.rest().bytes()));
            return;
        }
        String product = free(node.output() + "_product");
        message.add(NODE_OUTPUT, product);
        out.add(
                NODE,
                joined(
                        message.bytes(),
                        node.rest().without(f -> f.number() == NODE_OUTPUT).bytes()));
        out.add(
                NODE,
                new ProtoMessage()
                        .add(NODE_INPUT, product)
                        .add(NODE_INPUT, bias)
                        .add(NODE_OUTPUT, node.output())
                        .add(NODE_OP, "Add"));
    }

    private static boolean isNamed(Field value, Set<String> names) {
        try {
            return names.contains(value.message().text(1));
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[Math.addExact(first.length, second.length)];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Floating-point numbers among its weights. */
    long parameters() throws IOException {
        Set<String> used = new HashSet<>();
        nodes.forEach(node -> used.addAll(node.inputs()));
        long sum = 0;
        for (Map.Entry<String, ProtoMessage> tensor : initializers.entrySet()) {
            boolean counts = used.contains(tensor.getKey()) && Weights.floating(tensor.getValue());
            sum += counts && !exchanged.containsKey(tensor.getKey()) ? Weights.size(tensor.getValue()) : 0;
        }
        for (Weights weights : exchanged.values()) {
            sum += weights.real() ? weights.values().length : 0;
        }
        return sum;
    }
}
