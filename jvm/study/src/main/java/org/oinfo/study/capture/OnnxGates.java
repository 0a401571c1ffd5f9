package org.oinfo.study.capture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Activation functions that an exporter wrote out as several operators: x times a squashed x, such as GELU (x Phi(x), by Erf or Tanh),
 * SiLU (x sigmoid(x)) and Mish (x tanh(softplus(x))); and Softplus, of which large x are passed on as they are.
 */
final class OnnxGates {
    private static final Map<String, String> SQUASHING =
            Map.of("Erf", "GELU", "Tanh", "GELU", "Sigmoid", "SiLU", "HardSigmoid", "HardSwish");
    private static final Set<String> ELEMENTWISE =
            Set.of("Add", "Sub", "Mul", "Div", "Pow", "Neg", "Cast", "Identity", "Sqrt", "Reciprocal", "Softplus");
    private static final Set<String> SCALING = Set.of("Mul", "Div");
    /** No function is written in more steps. */
    private static final int STEPS = 12;

    private final OnnxSources sources;
    /** What each function computes, to its name. */
    private final Map<String, String> results = new HashMap<>();
    /** What it takes. */
    private final Set<String> arguments = new HashSet<>();
    /** What it computes in between, to the result. */
    private final Map<String, String> steps = new HashMap<>();

    OnnxGates(OnnxSources sources) {
        this.sources = sources;
        for (OnnxGraph.Node node : sources.nodes()) {
            String name = SQUASHING.get(node.op());
            if (name != null && sources.data(node).size() == 1 && node.outputs().size() == 1) {
                find(node, name);
            }
            if (node.op().equals("Where") && node.inputs().size() == 3) {
                softplus(node);
            }
        }
    }

    /** The function whose result a tensor is, or null. */
    @Nullable
    String function(String tensor) {
        return results.get(tensor);
    }

    /** Whether a tensor enters such a function. */
    boolean isArgument(String tensor) {
        return arguments.contains(tensor);
    }

    /** The result of the function within which a tensor is a step, or null. */
    @Nullable
    String within(String tensor) {
        return steps.get(tensor);
    }

    /** Where(x > threshold, x, softplus(b x) / b). */
    private void softplus(OnnxGraph.Node where) {
        String argument = where.inputs().get(1);
        Set<String> made = new LinkedHashSet<>();
        boolean ofOne = sources.isData(argument)
                && comesFrom(where.inputs().get(2), argument, made, 0)
                && made.stream().anyMatch(step -> sources.op(step).equals("Softplus"));
        OnnxGraph.Node condition = sources.of(where.inputs().getFirst());
        if (ofOne && condition != null && condition.op().equals("Greater")) {
            made.addAll(condition.outputs());
            found(argument, where.outputs().getFirst(), "Softplus", made);
        }
    }

    private void find(OnnxGraph.Node squashing, String name) {
        Set<String> between = new LinkedHashSet<>();
        String at = squashing.outputs().getFirst();
        boolean scaled = false;
        for (int i = 0; i < STEPS; i++) {
            between.add(at);
            OnnxGraph.Node next = only(sources.users(at));
            if (next == null || next.outputs().size() != 1 || !ELEMENTWISE.contains(next.op())) {
                return;
            }
            List<String> data = sources.data(next);
            String result = next.outputs().getFirst();
            if (next.op().equals("Mul") && data.size() == 2) {
                String other = data.getFirst().equals(at) ? data.getLast() : data.getFirst();
                gate(squashing.inputs().getFirst(), other, result, scaled, name, between);
                return;
            }
            if (data.size() != 1) {
                return;
            }
            scaled |= SCALING.contains(next.op());
            at = result;
        }
    }

    /** Looks for the one tensor that both the squashed side and the other side of a product come from. */
    private void gate(String squashed, String other, String product, boolean scaled, String name, Set<String> between) {
        String argument = other;
        Set<String> passed = new LinkedHashSet<>();
        for (int i = 0; i < STEPS; i++) {
            Set<String> made = new LinkedHashSet<>();
            if (comesFrom(squashed, argument, made, 0)) {
                between.addAll(made);
                between.addAll(passed);
                boolean mish = made.stream().anyMatch(step -> sources.op(step).equals("Softplus"));
                boolean half = !scaled && passed.isEmpty() && name.equals("GELU") && !mish;
                found(argument, half ? halved(product, between) : product, mish ? "Mish" : name, between);
                return;
            }
            OnnxGraph.Node source = sources.of(argument);
            List<String> data = source == null ? List.of() : sources.data(source);
            if (source == null || !ELEMENTWISE.contains(source.op()) || data.size() != 1) {
                return;
            }
            passed.add(argument);
            argument = data.getFirst();
        }
    }

    /** The product times a constant, where that is all that becomes of it: the half of x (1 + erf). */
    private String halved(String product, Set<String> between) {
        OnnxGraph.Node next = only(sources.users(product));
        if (next == null
                || !SCALING.contains(next.op())
                || sources.data(next).size() != 1
                || sources.isOutput(product)) {
            return product;
        }
        between.add(product);
        return next.outputs().getFirst();
    }

    private void found(String argument, String result, String name, Set<String> between) {
        results.put(result, name);
        arguments.add(argument);
        between.forEach(step -> steps.putIfAbsent(step, result));
    }

    /** Whether a tensor is made of another one and constants alone, value by value; adds what is made on the way. */
    private boolean comesFrom(String tensor, String origin, Set<String> made, int depth) {
        if (tensor.equals(origin) || !sources.isData(tensor)) {
            return true;
        }
        OnnxGraph.Node source = sources.of(tensor);
        if (source == null || depth > STEPS || !ELEMENTWISE.contains(source.op())) {
            return false;
        }
        return !made.add(tensor)
                || source.inputs().stream().allMatch(input -> comesFrom(input, origin, made, depth + 1));
    }

    private static OnnxGraph.@Nullable Node only(Set<OnnxGraph.Node> nodes) {
        return nodes.size() == 1 ? nodes.iterator().next() : null;
    }
}
