package org.oinfo.study.cut;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Excerpt;
import org.oinfo.study.capture.ActivationFunctions;
import org.oinfo.study.capture.OnnxGraph;
import org.oinfo.study.capture.OnnxSources;
import org.oinfo.study.cut.Chain.Edit;

/**
 * Follows the units of a layer through operators that treat each on its own, until they enter the next layer. Every use of every tensor on the way
 * must be understood, or the layer is left whole.
 */
final class ChainFinder {
    /** Steps of activation functions that are written out, and of sums with constants. */
    private static final Set<String> STEPS = Set.of(
            "Erf",
            "Neg",
            "Abs",
            "Exp",
            "Log",
            "Sqrt",
            "Reciprocal",
            "Identity",
            "Dropout",
            "Cast",
            "Add",
            "Sub",
            "Mul",
            "Div",
            "Pow",
            "Min",
            "Max",
            "Sum",
            "Greater",
            "Less",
            "GreaterOrEqual",
            "LessOrEqual",
            "Where");

    private static final Set<String> POOLING =
            Set.of("MaxPool", "AveragePool", "LpPool", "GlobalMaxPool", "GlobalAveragePool", "GlobalLpPool");
    private static final Set<String> REDUCING =
            Set.of("ReduceMean", "ReduceMax", "ReduceMin", "ReduceSum", "ReduceL2", "Squeeze");

    private final EditedModel model;
    private final OnnxSources sources;
    private final Map<String, long[]> shapes;
    private final Map<Integer, LinearLayer> layers = new LinkedHashMap<>();

    /**
     * Layers of a model.
     *
     * @param shapes of its tensors for some number of examples
     */
    ChainFinder(EditedModel model, OnnxSources sources, Map<String, long[]> shapes) throws IOException {
        this.model = model;
        this.sources = sources;
        this.shapes = shapes;
        Set<String> names = new HashSet<>();
        for (int n = 0; n < model.nodes(); n++) {
            LinearLayer layer = LinearLayer.of(model, sources, n);
            if (layer != null && shapes.containsKey(layer.input()) && shapes.containsKey(layer.output())) {
                String name = layer.name();
                for (int i = 2; !names.add(name); i++) {
                    name = layer.name() + "#" + i;
                }
                layers.put(n, layer.named(name));
            }
        }
        leaveShared();
    }

    /** Weights of several layers stay as they are: each layer would keep others of its own, and twins would no longer be twins. */
    private void leaveShared() throws IOException {
        Map<String, List<Integer>> users = new HashMap<>();
        for (int n : layers.keySet()) {
            Weights weights = Chain.constant(model, n, LinearLayer.WEIGHT);
            String numbers = Arrays.toString(weights.dims()) + Arrays.hashCode(weights.values());
            users.computeIfAbsent(numbers, k -> new ArrayList<>()).add(n);
        }
        for (List<Integer> alike : users.values()) {
            for (int n : alike) {
                for (int other : alike) {
                    LinearLayer layer = layer(n);
                    if (other != n && layer.reason().isEmpty() && sameWeights(n, other)) {
                        layers.put(
                                n,
                                layer.whole("its weights are those of "
                                        + layer(other).name() + " too"));
                    }
                }
            }
        }
    }

    /** By their numbers: an exporter that turns a matrix writes it as often as it is used. */
    private boolean sameWeights(int one, int other) throws IOException {
        Weights weights = Chain.constant(model, one, LinearLayer.WEIGHT);
        return weights.real()
                && Arrays.equals(
                        weights.values(),
                        Chain.constant(model, other, LinearLayer.WEIGHT).values());
    }

    private LinearLayer layer(int node) {
        return Objects.requireNonNull(layers.get(node));
    }

    /** Layers in the order they are computed. */
    List<LinearLayer> layers() {
        return List.copyOf(layers.values());
    }

    /** Where the units of a tensor are. */
    private record Carried(int axis, int span) {}

    /** Why a layer cannot be cut. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** A chain for each layer. */
    List<Chain> chains() throws IOException {
        List<Chain> chains = new ArrayList<>();
        for (LinearLayer layer : layers.values()) {
            try {
                if (!layer.reason().isEmpty()) {
                    throw new Refused(layer.reason());
                }
                chains.add(new Walk(layer).chain());
            } catch (Refused e) {
                chains.add(Chain.none(layer, String.valueOf(e.getMessage())));
            }
        }
        return chains;
    }

    /** The way of one layer's units. */
    private final class Walk {
        private final LinearLayer layer;
        private final Map<String, Carried> carried = new HashMap<>();
        private final List<Edit> edits = new ArrayList<>();
        private @Nullable LinearLayer next;
        private int span = 1;

        Walk(LinearLayer layer) {
            this.layer = layer;
        }

        Chain chain() throws IOException, Refused {
            int last = shape(layer.output()).length - 1;
            carry(layer.output(), new Carried(layer.kind() == LinearLayer.Kind.CONV ? 1 : last, 1));
            int from = Math.max(layer.node(), layer.bias()) + 1;
            for (int n = from; n < model.nodes(); n++) {
                if (sources.nodes().get(n).inputs().stream().anyMatch(carried::containsKey)) {
                    step(n);
                }
            }
            if (next == null) {
                throw new Refused("its values enter no other layer");
            }
            return new Chain(layer, next, span, List.copyOf(edits), "");
        }

        private void carry(String tensor, Carried units) throws Refused {
            if (sources.isOutput(tensor)) {
                throw new Refused("its values leave the model, as " + Excerpt.of(tensor));
            }
            carried.put(tensor, units);
        }

        private Carried first(int node) throws Refused {
            Carried units = carried.get(model.inputs(node).getFirst());
            if (units == null) {
                throw refused(node);
            }
            return units;
        }

        private Refused refused(int node) {
            return new Refused("its values enter " + model.op(node) + ' '
                    + Excerpt.of(sources.nodes().get(node).outputs().getFirst())
                    + ", which does not treat each neuron on its own");
        }

        private void step(int node) throws IOException, Refused {
            String op = model.op(node);
            if (layers.containsKey(node)) {
                enters(layers.get(node));
            } else if (ActivationFunctions.OPERATORS.contains(op) || STEPS.contains(op)) {
                elementwise(node);
            } else if (op.equals("BatchNormalization")) {
                normalised(node);
            } else if (POOLING.contains(op)) {
                Carried units = first(node);
                require(units.axis() == 1 && units.span() == 1, node);
                carryOn(node, units);
            } else if (REDUCING.contains(op)) {
                carryOn(node, reduced(node));
            } else if (op.equals("Flatten") || op.equals("Reshape")) {
                carryOn(node, flattened(node));
            } else if (op.equals("Transpose")) {
                Carried units = first(node);
                List<Integer> permutation = sources.nodes().get(node).permutation();
                require(units.span() == 1 && permutation.contains(units.axis()), node);
                carryOn(node, new Carried(permutation.indexOf(units.axis()), 1));
            } else if (!(op.equals("Shape") && countsExamples(node))) {
                throw refused(node);
            }
        }

        private void require(boolean holds, int node) throws Refused {
            if (!holds) {
                throw refused(node);
            }
        }

        private void carryOn(int node, Carried units) throws Refused {
            carry(sources.nodes().get(node).outputs().getFirst(), units);
        }

        private void enters(@Nullable LinearLayer to) throws Refused {
            if (to == null || next != null) {
                throw new Refused("its values enter more than one layer, " + (next == null ? "" : next.name()) + " and "
                        + (to == null ? "" : to.name()));
            }
            if (!to.reason().isEmpty()) {
                throw new Refused("its values enter " + to.name() + ", and " + to.reason());
            }
            Carried units = carried.get(to.input());
            int axis = to.kind() == LinearLayer.Kind.CONV ? 1 : shape(to.input()).length - 1;
            if (units == null || units.axis() != axis || units.span() * layer.units() != to.inputs()) {
                throw new Refused("its neurons are not the inputs of " + to.name());
            }
            next = to;
            span = units.span();
        }

        private void elementwise(int node) throws IOException, Refused {
            OnnxGraph.Node graph = sources.nodes().get(node);
            long[] shape = shape(graph.outputs().getFirst());
            Carried units = null;
            for (String input : graph.inputs()) {
                Carried one = carried.get(input);
                if (one != null && (shape(input).length != shape.length || (units != null && !units.equals(one)))) {
                    throw refused(node);
                }
                units = one == null ? units : one;
            }
            if (units == null) {
                throw refused(node);
            }
            for (int slot = 0; slot < graph.inputs().size(); slot++) {
                String input = graph.inputs().get(slot);
                if (!carried.containsKey(input) && !input.isEmpty()) {
                    beside(node, slot, units, shape.length);
                }
            }
            carry(graph.outputs().getFirst(), units);
        }

        /** A constant beside the units: one number, the same for all units, or one for each. */
        private void beside(int node, int slot, Carried units, int rank) throws IOException, Refused {
            Weights weights = model.constant(node, slot);
            String name = model.inputs(node).get(slot);
            if (weights == null) {
                throw new Refused("its values meet others in " + model.op(node) + ": " + Excerpt.of(name));
            }
            int axis = units.axis() - (rank - weights.rank());
            require(weights.rank() <= rank, node);
            if (axis >= 0 && weights.dim(axis) != 1) {
                require(weights.dim(axis) == layer.units() * units.span() && weights.real(), node);
                edits.add(new Edit(node, slot, axis, 0, units.span()));
            }
        }

        private void normalised(int node) throws IOException, Refused {
            Carried units = first(node);
            require(units.axis() == 1 && model.number(node, "training_mode", 0) == 0, node);
            for (int slot = 1; slot < 5; slot++) {
                Weights weights = model.constant(node, slot);
                require(weights != null && weights.real(), node);
                edits.add(new Edit(node, slot, 0, 0, units.span()));
            }
            carryOn(node, units);
        }

        private Carried reduced(int node) throws IOException, Refused {
            Carried units = first(node);
            int rank = shape(model.inputs(node).getFirst()).length;
            Weights given = model.constant(node, 1);
            long[] axes = given == null
                    ? model.numbers(node, "axes")
                    : Arrays.stream(given.values())
                            .mapToLong(value -> (long) value)
                            .toArray();
            int[] certain = LongStream.of(axes)
                    .mapToInt(a -> (int) (a < 0 ? a + rank : a))
                    .toArray();
            require(axes.length > 0 && Arrays.stream(certain).noneMatch(a -> a == units.axis()), node);
            boolean kept = !model.op(node).equals("Squeeze") && model.number(node, "keepdims", 1) != 0;
            int before =
                    (int) Arrays.stream(certain).filter(a -> a < units.axis()).count();
            return kept ? units : new Carried(units.axis() - before, units.span());
        }

        /** Units in one row with their positions: [N][units * positions]. */
        private Carried flattened(int node) throws IOException, Refused {
            Carried units = first(node);
            long[] in = shape(model.inputs(node).getFirst());
            long[] out = shape(sources.nodes().get(node).outputs().getFirst());
            require(units.axis() == 1 && out.length == 2 && out[0] == in[0], node);
            int times = Math.toIntExact(Weights.size(Arrays.copyOfRange(in, 2, in.length)));
            Carried flat = new Carried(1, units.span() * times);
            if (model.op(node).equals("Flatten")) {
                return flat;
            }
            Weights shape = model.constant(node, 1);
            if (shape == null) {
                require(endsFree(model.inputs(node).get(1)), node);
            } else if (shape.values()[1] != -1) {
                edits.add(new Edit(node, 1, -1, 1, flat.span()));
            }
            return flat;
        }
    }

    private long[] shape(String tensor) {
        long[] shape = shapes.get(tensor);
        return shape == null ? new long[0] : shape;
    }

    /** Whether nothing but the number of examples is taken from a shape. */
    private boolean countsExamples(int node) throws IOException {
        if (model.number(node, "start", 0) == 0 && model.number(node, "end", 0) == 1) {
            return true;
        }
        for (OnnxGraph.Node user :
                sources.users(sources.nodes().get(node).outputs().getFirst())) {
            Weights index =
                    user.op().equals("Gather") ? model.constant(sources.nodes().indexOf(user), 1) : null;
            if (index == null || index.values().length != 1 || index.values()[0] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a shape that is computed ends with -1: as many as there are. */
    private boolean endsFree(String tensor) throws IOException {
        OnnxGraph.Node source = sources.of(tensor);
        if (source == null || !source.op().equals("Concat")) {
            return false;
        }
        Weights last =
                model.constant(sources.nodes().indexOf(source), source.inputs().size() - 1);
        return last != null && last.values().length == 1 && last.values()[0] == -1;
    }
}
