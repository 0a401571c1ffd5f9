package org.oinfo.study.capture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What computes each tensor of a graph, and what uses it. */
public final class OnnxSources {
    private final OnnxGraph graph;
    private final Set<String> computed;
    private final Map<String, OnnxGraph.Node> sources = new HashMap<>();
    private final Map<String, Set<OnnxGraph.Node>> uses = new HashMap<>();

    public OnnxSources(OnnxGraph graph) {
        this.graph = graph;
        this.computed = new HashSet<>(graph.computed());
        computed.addAll(graph.inputs());
        for (OnnxGraph.Node node : graph.nodes()) {
            node.outputs().forEach(name -> sources.put(name, node));
            node.inputs()
                    .forEach(name -> uses.computeIfAbsent(name, n -> new LinkedHashSet<>())
                            .add(node));
        }
    }

    /** Number of operators. */
    int size() {
        return graph.nodes().size();
    }

    /** The operator that computes a tensor; null for inputs and weights. */
    public OnnxGraph.@Nullable Node of(String tensor) {
        return sources.get(tensor);
    }

    /** Its type, or nothing. */
    public String op(String tensor) {
        OnnxGraph.Node source = sources.get(tensor);
        return source == null ? "" : source.op();
    }

    /** The operators that take a tensor. */
    public Set<OnnxGraph.Node> users(String tensor) {
        return uses.getOrDefault(tensor, Set.of());
    }

    /** Whether a tensor depends on what the model is shown, and not on its size alone. */
    public boolean isData(String tensor) {
        return computed.contains(tensor);
    }

    /** The inputs of an operator that depend on what the model is shown. */
    public List<String> data(OnnxGraph.Node node) {
        return node.inputs().stream().filter(this::isData).toList();
    }

    /** Whether a caller of the model gets a tensor. */
    public boolean isOutput(String tensor) {
        return graph.outputs().contains(tensor);
    }

    public List<OnnxGraph.Node> nodes() {
        return graph.nodes();
    }
}
