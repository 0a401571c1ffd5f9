package org.oinfo.study.capture;

import java.util.List;
import java.util.Set;

/** On which axes the tensors of a graph have their neurons, told from the operators that make them. */
final class OnnxLayout {
    /** Where an example's neurons are. */
    enum Neurons {
        /** On the axis after the examples, before the positions: maps of channels. */
        FIRST,
        /** On the last axis, after the positions: tokens, states of a sequence. */
        LAST,
        /** Of four axes on both: heads of attention and their features; else as {@link #LAST}. */
        HEADS,
        /** Features of heads before the positions, as attention takes one of its sides. */
        TURNED,
        /** Which of the axes that a reduction left has them is not known. */
        UNKNOWN
    }

    private static final Set<String> MAPS = Set.of(
            "Conv",
            "ConvInteger",
            "ConvTranspose",
            "BatchNormalization",
            "InstanceNormalization",
            "GroupNormalization",
            "LRN",
            "MaxPool",
            "AveragePool",
            "LpPool",
            "GlobalMaxPool",
            "GlobalAveragePool",
            "GlobalLpPool",
            "Resize",
            "DepthToSpace",
            "SpaceToDepth");
    private static final Set<String> FEATURES = Set.of(
            "Gemm",
            "LayerNormalization",
            "RMSNormalization",
            "SimplifiedLayerNormalization",
            "Gather",
            "LSTM",
            "GRU",
            "RNN");
    private static final List<Integer> TO_HEADS = List.of(0, 2, 1, 3);
    private static final List<Integer> TO_MAPS = List.of(0, 3, 1, 2);
    private static final Set<List<Integer>> TURNS = Set.of(List.of(0, 1, 3, 2), List.of(0, 2, 1));
    private static final Set<String> SCALING = Set.of("Mul", "Div", "Cast", "Identity", "Reshape");
    /** No exporter takes more between heads and their product. */
    private static final int STEPS = 8;

    private static final int MAP_AXES = 4;

    private final OnnxSources sources;

    OnnxLayout(OnnxSources sources) {
        this.sources = sources;
    }

    /**
     * Where a tensor has its neurons, if it has more than two axes.
     *
     * @param inputAxes how many axes what the model is shown has
     */
    Neurons of(String tensor, int inputAxes) {
        Neurons made = made(tensor, inputAxes);
        if (made != Neurons.LAST || !isCompared(tensor, 0)) {
            return made;
        }
        return isTurned(tensor) ? Neurons.TURNED : Neurons.HEADS;
    }

    /** Whether a tensor, scaled or turned, is a side of a product of two that depend on what is shown: heads have no other mark. */
    private boolean isCompared(String tensor, int depth) {
        return sources.users(tensor).stream().anyMatch(user -> {
            int data = sources.data(user).size();
            boolean on = (SCALING.contains(user.op()) && data == 1) || TURNS.contains(user.permutation());
            return (user.op().equals("MatMul") && data == 2)
                    || (on && depth < STEPS && isCompared(user.outputs().getFirst(), depth + 1));
        });
    }

    private boolean isTurned(String tensor) {
        OnnxGraph.Node node = sources.of(tensor);
        for (int i = 0; node != null && i < STEPS && SCALING.contains(node.op()); i++) {
            List<String> data = sources.data(node);
            node = data.isEmpty() ? null : sources.of(data.getFirst());
        }
        return node != null && TURNS.contains(node.permutation());
    }

    private Neurons made(String tensor, int inputAxes) {
        String at = tensor;
        // A model may be damaged, with a circle in it: no chain is longer than the nodes.
        for (int i = 0; i <= sources.size(); i++) {
            OnnxGraph.Node node = sources.of(at);
            if (node == null || node.inputs().isEmpty()) {
                break;
            }
            if (node.op().startsWith("Reduce")) {
                return Neurons.UNKNOWN;
            }
            if (MAPS.contains(node.op())) {
                return Neurons.FIRST;
            }
            if (FEATURES.contains(node.op())) {
                return Neurons.LAST;
            }
            if (node.op().equals("Attention") || node.op().equals("MatMul")) {
                return node.op().equals("MatMul") && sources.data(node).size() < 2 ? Neurons.LAST : Neurons.HEADS;
            }
            if (node.op().equals("Transpose")) {
                return node.permutation().equals(TO_MAPS)
                        ? Neurons.FIRST
                        : node.permutation().equals(TO_HEADS) ? Neurons.HEADS : Neurons.LAST;
            }
            List<String> data = sources.data(node);
            at = data.isEmpty() ? node.inputs().getFirst() : data.getFirst();
        }
        return inputAxes == MAP_AXES ? Neurons.FIRST : Neurons.LAST;
    }
}
