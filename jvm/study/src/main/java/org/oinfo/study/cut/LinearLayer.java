package org.oinfo.study.cut;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.capture.OnnxGraph;
import org.oinfo.study.capture.OnnxSources;

/**
 * An operator of a model whose constant weights make units of inputs: a neuron or a channel for each unit.
 *
 * @param node position of the operator
 * @param name of its module, as near as the file tells
 * @param kind which operator
 * @param input tensor that it takes
 * @param output tensor that it makes, the bias included
 * @param bias operator that adds the bias: itself, the Add behind a MatMul, or -1 where there is no place for one
 * @param biasSlot which input of that operator the bias is
 * @param units outputs
 * @param inputs inputs of a unit, the taps of a convolution not counted
 * @param taps of a convolution; 1 of others
 * @param reason why neither its units nor its inputs can become fewer, or empty
 */
record LinearLayer(
        int node,
        String name,
        Kind kind,
        String input,
        String output,
        int bias,
        int biasSlot,
        int units,
        int inputs,
        int taps,
        String reason) {
    /** Where the weights are among the inputs of the operator. */
    static final int WEIGHT = 1;

    /** As PyTorch's older exporter names operators: /block/fc1/MatMul. */
    private static final Pattern PATH = Pattern.compile("/(.+)/[^/]+");

    private static final String SUFFIX = ".weight";
    private static final String BIAS = ".bias";

    /** Which operator; outputs of weights are on the first axis or the last. */
    enum Kind {
        /** Weights [inputs][units]. */
        GEMM,
        /** Weights [units][inputs]. */
        GEMM_TRANSPOSED,
        /** Weights [inputs][units]. */
        MATMUL,
        /** Weights [units][inputs][taps..]. */
        CONV;

        int outAxis() {
            return this == GEMM || this == MATMUL ? 1 : 0;
        }

        int inAxis() {
            return 1 - outAxis();
        }
    }

    /** The layer that an operator is, or null. */
    static @Nullable LinearLayer of(EditedModel model, OnnxSources sources, int node) throws IOException {
        String op = model.op(node);
        Weights weights =
                op.equals("Gemm") || op.equals("MatMul") || op.equals("Conv") ? model.constant(node, WEIGHT) : null;
        if (weights == null || weights.rank() < 2 || (weights.rank() > 2 && !op.equals("Conv"))) {
            return null;
        }
        OnnxGraph.Node graph = sources.nodes().get(node);
        Kind kind = switch (op) {
            case "Conv" -> Kind.CONV;
            case "MatMul" -> Kind.MATMUL;
            default -> model.number(node, "transB", 0) == 0 ? Kind.GEMM : Kind.GEMM_TRANSPOSED;
        };
        int units = weights.dim(kind.outAxis());
        int taps = kind == Kind.CONV ? (int) (Weights.size(weights.dims()) / units / weights.dim(1)) : 1;
        String output = graph.outputs().getFirst();
        int bias = kind == Kind.MATMUL ? -1 : node;
        int slot = 2;
        if (kind == Kind.MATMUL) {
            int add = add(model, sources, output, units);
            if (add >= 0) {
                bias = add;
                slot = model.constant(add, 0) == null ? 1 : 0;
                output = sources.nodes().get(add).outputs().getFirst();
            }
        }
        return new LinearLayer(
                node,
                name(model, graph, node, bias < 0 ? "" : model.initializer(bias, slot)),
                kind,
                graph.inputs().getFirst(),
                output,
                bias,
                slot,
                units,
                weights.dim(kind.inAxis()),
                taps,
                reason(model, node, kind, weights, units));
    }

    /** The operator that adds a number for each unit and takes the product alone, or -1. */
    private static int add(EditedModel model, OnnxSources sources, String product, int units) throws IOException {
        List<OnnxGraph.Node> users = List.copyOf(sources.users(product));
        if (users.size() != 1 || !users.getFirst().op().equals("Add") || sources.isOutput(product)) {
            return -1;
        }
        int add = sources.nodes().indexOf(users.getFirst());
        for (int slot = 0; slot < 2; slot++) {
            Weights weights = model.constant(add, slot);
            if (weights != null && weights.rank() == 1 && weights.dim(0) == units) {
                return add;
            }
        }
        return -1;
    }

    private static String reason(EditedModel model, int node, Kind kind, Weights weights, int units)
            throws IOException {
        if (!weights.real()) {
            return "its weights are not of 16, 32 or 64 bits";
        }
        if (model.number(node, "group", 1) != 1) {
            return "its channels are in groups";
        }
        boolean scaled = model.real(node, "alpha", 1) != 1 || model.real(node, "beta", 1) != 1;
        if (kind != Kind.MATMUL && kind != Kind.CONV && (scaled || model.number(node, "transA", 0) != 0)) {
            return "its Gemm scales or transposes what it takes";
        }
        if (kind == Kind.MATMUL
                || model.inputs(node).size() < 3
                || model.inputs(node).get(2).isEmpty()) {
            return "";
        }
        Weights bias = model.constant(node, 2);
        boolean fits =
                bias != null && bias.rank() > 0 && bias.values().length == units && bias.dim(bias.rank() - 1) == units;
        return fits ? "" : "its bias is not one constant for each unit";
    }

    private static String name(EditedModel model, OnnxGraph.Node graph, int node, String bias) {
        String weight = model.initializer(node, WEIGHT);
        if (weight.endsWith(SUFFIX)) {
            return weight.substring(0, weight.length() - SUFFIX.length());
        }
        // A matrix that was turned has lost its name, its biases have not.
        if (bias.endsWith(BIAS)) {
            return bias.substring(0, bias.length() - BIAS.length());
        }
        String module = module(model, graph, node);
        return module.isEmpty() ? graph.outputs().getFirst() : module;
    }

    /** The module that an operator is part of, as PyTorch calls it, or nothing. */
    static String module(EditedModel model, OnnxGraph.Node graph, int node) {
        Matcher path = PATH.matcher(model.name(node));
        if (!graph.module().isEmpty() || !path.matches()) {
            return graph.module();
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.group(1).split("/", -1)) {
            // A Sequential is named again in what it holds: /net/net.3/MatMul is net.3.
            if (!parts.isEmpty() && part.startsWith(parts.getLast() + '.')) {
                parts.removeLast();
            }
            parts.add(part);
        }
        return String.join(".", parts);
    }

    LinearLayer entering(int fewer) {
        return new LinearLayer(node, name, kind, input, output, bias, biasSlot, units, fewer, taps, reason);
    }

    /** The same where its weights must stay as they are. */
    LinearLayer whole(String why) {
        return new LinearLayer(node, name, kind, input, output, bias, biasSlot, units, inputs, taps, why);
    }

    LinearLayer named(String other) {
        return new LinearLayer(node, other, kind, input, output, bias, biasSlot, units, inputs, taps, reason);
    }
}
