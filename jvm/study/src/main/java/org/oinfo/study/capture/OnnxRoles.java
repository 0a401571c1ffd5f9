package org.oinfo.study.capture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Which value of a neuron each tensor of a graph holds, told from the operators around it. */
final class OnnxRoles {
    private static final Set<String> ACTIVATIONS = Set.of(
            "Relu",
            "LeakyRelu",
            "PRelu",
            "ThresholdedRelu",
            "Clip",
            "Elu",
            "Selu",
            "Celu",
            "Gelu",
            "Sigmoid",
            "HardSigmoid",
            "Tanh",
            "Softplus",
            "Softsign",
            "Mish",
            "Swish",
            "HardSwish");
    /** The logarithm ranks images as the softmax does. */
    private static final Set<String> SOFTMAX = Set.of("Softmax", "LogSoftmax");
    /** Operators that only give values another place. */
    private static final Set<String> REARRANGING =
            Set.of("Identity", "Dropout", "Flatten", "Reshape", "Squeeze", "Unsqueeze", "Transpose", "Cast");

    private static final Set<String> POOLING =
            Set.of("MaxPool", "AveragePool", "LpPool", "GlobalMaxPool", "GlobalAveragePool", "GlobalLpPool");

    private final OnnxGraph graph;
    private final Map<String, OnnxGraph.Node> sources = new HashMap<>();
    private final Map<String, Set<OnnxGraph.Node>> uses = new HashMap<>();

    OnnxRoles(OnnxGraph graph) {
        this.graph = graph;
        for (OnnxGraph.Node node : graph.nodes()) {
            node.outputs().forEach(name -> sources.put(name, node));
            node.inputs()
                    .forEach(name ->
                            uses.computeIfAbsent(name, n -> new HashSet<>()).add(node));
        }
    }

    /** The operator that computes a tensor. */
    String op(String tensor) {
        OnnxGraph.Node source = sources.get(tensor);
        return source == null ? "" : source.op();
    }

    /** The tensor whose values this one holds in another place, or null. */
    @Nullable
    String rearranged(String tensor) {
        OnnxGraph.Node source = sources.get(tensor);
        return source != null
                        && REARRANGING.contains(source.op())
                        && !source.inputs().isEmpty()
                ? source.inputs().getFirst()
                : null;
    }

    /**
     * POST for what an activation function computes, SOFTMAX for what a softmax computes (or its logarithm); else PRE, but LOGITS for
     * what enters a softmax or leaves the model. What pools or rearranges is as its source.
     */
    Activation activation(String tensor) {
        String root = root(tensor);
        String op = op(root);
        if (ACTIVATIONS.contains(op)) {
            return Activation.POST;
        }
        if (SOFTMAX.contains(op)) {
            return Activation.SOFTMAX;
        }
        Set<OnnxGraph.Node> next = uses.getOrDefault(tensor, Set.of());
        if (next.stream().anyMatch(node -> ACTIVATIONS.contains(node.op()))) {
            return Activation.PRE;
        }
        return leaves(tensor, next) ? Activation.LOGITS : Activation.PRE;
    }

    private String root(String tensor) {
        String at = tensor;
        // A model may be damaged, with a circle in it: no chain is longer than the nodes.
        for (int i = 0; i < graph.nodes().size(); i++) {
            OnnxGraph.Node source = sources.get(at);
            if (source == null
                    || source.inputs().isEmpty()
                    || !(REARRANGING.contains(source.op()) || POOLING.contains(source.op()))) {
                break;
            }
            at = source.inputs().getFirst();
        }
        return at;
    }

    /** Whether a tensor is an output or enters a softmax, rearranged or as it is. */
    private boolean leaves(String tensor, Set<OnnxGraph.Node> next) {
        return graph.outputs().contains(tensor)
                || next.stream()
                        .anyMatch(node -> SOFTMAX.contains(node.op())
                                || onward(node).stream().anyMatch(graph.outputs()::contains));
    }

    private static List<String> onward(OnnxGraph.Node node) {
        return REARRANGING.contains(node.op()) ? node.outputs() : List.of();
    }
}
