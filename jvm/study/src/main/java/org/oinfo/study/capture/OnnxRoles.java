package org.oinfo.study.capture;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Which value of a neuron each tensor of a graph holds, told from the operators around it. */
final class OnnxRoles {
    /** Their states have gone through a squashing function. */
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN");
    /** The logarithm ranks examples as the softmax does. */
    private static final Set<String> SOFTMAX = Set.of("Softmax", "LogSoftmax");
    /** Operators that only give values another place. */
    private static final Set<String> REARRANGING = Set.of(
            "Identity", "Dropout", "Flatten", "Reshape", "Squeeze", "Unsqueeze", "Transpose", "Cast", "Split", "Slice");

    private static final Set<String> POOLING = Set.of(
            "MaxPool",
            "AveragePool",
            "LpPool",
            "GlobalMaxPool",
            "GlobalAveragePool",
            "GlobalLpPool",
            "ReduceMean",
            "ReduceMax",
            "Gather");
    /** What attention does to its scores before the softmax. */
    private static final Set<String> SCORING = Set.of("Add", "Sub", "Mul", "Div", "Where", "Cast", "Clip");

    private final OnnxSources sources;
    private final OnnxGates gates;

    OnnxRoles(OnnxSources sources) {
        this.sources = sources;
        this.gates = new OnnxGates(sources);
    }

    /** What computes a tensor, as a description says it. */
    String op(String tensor) {
        String gate = gates.function(tensor);
        return gate == null ? sources.op(tensor) : gate;
    }

    /** The tensor whose values this one holds in another place, or null. */
    @Nullable
    String rearranged(String tensor) {
        OnnxGraph.Node source = sources.of(tensor);
        return source != null
                        && REARRANGING.contains(source.op())
                        && !source.inputs().isEmpty()
                ? source.inputs().getFirst()
                : null;
    }

    /** Why a tensor is no layer of its own where none is named, to follow its name; or null. */
    @Nullable
    String within(String tensor) {
        String result = gates.within(tensor);
        if (result != null) {
            return "is a step within " + gates.function(result);
        }
        if (isAttention(tensor)) {
            return "holds what positions attend to, not neurons";
        }
        return lacksBias(tensor) ? "lacks its bias, which is added next" : null;
    }

    /** Whether a tensor is a product of which nothing becomes but the same with a constant added. */
    private boolean lacksBias(String tensor) {
        List<OnnxGraph.Node> next = List.copyOf(sources.users(tensor));
        return sources.op(tensor).equals("MatMul")
                && !sources.isOutput(tensor)
                && next.size() == 1
                && next.getFirst().op().equals("Add")
                && sources.data(next.getFirst()).size() == 1;
    }

    /** Whether a tensor is the scores or probabilities of attention: what enters or leaves a softmax inside the model. */
    private boolean isAttention(String tensor) {
        String at = tensor;
        for (int i = 0; i <= sources.size(); i++) {
            if (SOFTMAX.contains(sources.op(at))) {
                return !leaves(at);
            }
            List<OnnxGraph.Node> next = List.copyOf(sources.users(at));
            if (next.size() != 1 || next.getFirst().outputs().isEmpty()) {
                return false;
            }
            OnnxGraph.Node only = next.getFirst();
            String result = only.outputs().getFirst();
            if (SOFTMAX.contains(only.op())) {
                return !leaves(result);
            }
            boolean scores = SCORING.contains(only.op()) && sources.isData(at);
            if (!scores && !REARRANGING.contains(only.op())) {
                return false;
            }
            at = result;
        }
        return false;
    }

    /**
     * POST for what an activation function computes; SUM for a sum of two tensors, such as a residual stream; LOGITS and SOFTMAX for
     * what leaves the model, before and after a softmax (or its logarithm); else PRE. What pools or rearranges is as its source.
     */
    Activation activation(String tensor) {
        String root = root(tensor);
        if (SOFTMAX.contains(sources.op(root))) {
            return Activation.SOFTMAX;
        }
        if (gates.function(root) != null
                || (ActivationFunctions.OPERATORS.contains(sources.op(root)) && gates.within(root) == null)
                || RECURRENT.contains(sources.op(root))) {
            return Activation.POST;
        }
        if (isActivated(tensor)) {
            return isSum(root) ? Activation.SUM : Activation.PRE;
        }
        if (leaves(tensor)) {
            return Activation.LOGITS;
        }
        return isSum(root) ? Activation.SUM : Activation.PRE;
    }

    private boolean isActivated(String tensor) {
        return gates.isArgument(tensor)
                || sources.users(tensor).stream().anyMatch(node -> ActivationFunctions.OPERATORS.contains(node.op()));
    }

    private boolean isSum(String tensor) {
        OnnxGraph.Node source = sources.of(tensor);
        return source != null
                && (source.op().equals("Add") || source.op().equals("Sum"))
                && sources.data(source).size() > 1;
    }

    private String root(String tensor) {
        String at = tensor;
        // A model may be damaged, with a circle in it: no chain is longer than the nodes.
        for (int i = 0; i < sources.size(); i++) {
            OnnxGraph.Node source = sources.of(at);
            if (source == null
                    || sources.data(source).isEmpty()
                    || !(REARRANGING.contains(source.op()) || POOLING.contains(source.op()))) {
                break;
            }
            at = sources.data(source).getFirst();
        }
        return at;
    }

    /** Whether a tensor is an output or enters a softmax that is one, rearranged or as it is. */
    private boolean leaves(String tensor) {
        return isOutput(tensor)
                || sources.users(tensor).stream()
                        .filter(node -> SOFTMAX.contains(node.op()))
                        .anyMatch(node -> node.outputs().stream().anyMatch(this::isOutput));
    }

    private boolean isOutput(String tensor) {
        return sources.isOutput(tensor)
                || sources.users(tensor).stream()
                        .filter(node -> REARRANGING.contains(node.op()))
                        .anyMatch(node -> node.outputs().stream().anyMatch(sources::isOutput));
    }
}
