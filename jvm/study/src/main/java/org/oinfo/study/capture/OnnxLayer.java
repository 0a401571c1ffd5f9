package org.oinfo.study.capture;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.oinfo.study.capture.Positions.Kind;

/**
 * A tensor of a model as a layer: of each example {@code outer x positions x inner} numbers, and a neuron for each pair of outer and
 * inner. A map of channels has them outside, a text of tokens its features inside, heads of attention both.
 *
 * @param tensor name in the model
 * @param reason why the tensor is no layer, to follow its name; empty where it is one
 */
record OnnxLayer(String tensor, int outer, int positions, int inner, String reason) {
    private static final Set<OnnxJavaType> REAL =
            Set.of(OnnxJavaType.FLOAT, OnnxJavaType.DOUBLE, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);

    /** No layer. */
    static OnnxLayer none(String tensor, String reason) {
        return new OnnxLayer(tensor, 0, 0, 0, reason);
    }

    /**
     * A tensor that was computed.
     *
     * @param layout where it has its neurons
     * @param examples how many were computed
     */
    static OnnxLayer of(String name, ValueInfo info, OnnxLayout.Neurons layout, int examples) {
        if (!(info instanceof TensorInfo tensor)) {
            return none(name, "is no tensor");
        }
        if (!REAL.contains(tensor.type)) {
            return none(name, "holds " + tensor.type + ", not real numbers");
        }
        long[] axes = tensor.getShape();
        String shape = Arrays.stream(axes).mapToObj(Long::toString).collect(Collectors.joining(" x ", "[", "]"));
        if (axes.length < 2) {
            return none(name, "has fewer than 2 axes: " + shape);
        }
        if (axes[0] != examples) {
            return none(name, "has a first axis that is not the examples: " + shape + " for " + examples);
        }
        int last = axes.length - 1;
        if (last > 1 && layout == OnnxLayout.Neurons.UNKNOWN) {
            return none(name, "has axes that a reduction left, of which any may have the neurons: " + shape);
        }
        if (last == 3 && layout == OnnxLayout.Neurons.TURNED) {
            return none(name, "holds what positions attend to, turned: " + shape);
        }
        boolean outside = layout == OnnxLayout.Neurons.FIRST || (layout == OnnxLayout.Neurons.HEADS && last == 3);
        boolean inside = last == 1 || layout != OnnxLayout.Neurons.FIRST;
        long outer = last > 1 && outside ? axes[1] : 1;
        long inner = inside ? axes[last] : 1;
        long positions = last == 1
                ? 1
                : Arrays.stream(axes, outside ? 2 : 1, inside ? last : last + 1).reduce(1, Math::multiplyExact);
        if (positions == 0 || outer * inner < 2) {
            return none(name, "has fewer than 2 neurons: " + shape);
        }
        return new OnnxLayer(name, Math.toIntExact(outer), Math.toIntExact(positions), Math.toIntExact(inner), "");
    }

    int neurons() {
        return outer * inner;
    }

    /** Floats that an example has in the tensor. */
    long floats() {
        return (long) neurons() * positions;
    }

    /** Whether both are the same layer. */
    boolean isLike(OnnxLayer other) {
        return outer == other.outer && positions == other.positions && inner == other.inner;
    }

    /**
     * The neurons' values, [examples * rows][neurons].
     *
     * @param tensor [examples][outer][positions][inner]
     */
    float[] values(FloatBuffer tensor, int examples, Positions rule) {
        int neurons = neurons();
        int rows = rule.rows(positions);
        float[] values = new float[Math.multiplyExact(examples, Math.multiplyExact(rows, neurons))];
        for (int row = 0; row < examples * rows; row++) {
            int example = row / rows;
            int only = position(rule, row % rows);
            for (int i = 0; i < neurons; i++) {
                int at = (example * outer + i / inner) * positions * inner + i % inner;
                values[row * neurons + i] = rule.kind() == Kind.MEAN ? mean(tensor, at) : tensor.get(at + only * inner);
            }
        }
        return values;
    }

    private int position(Positions rule, int row) {
        return switch (rule.kind()) {
            case ALL -> row;
            case LAST -> positions - 1;
            // A tensor without positions has one answer.
            case ONE -> positions == 1 ? 0 : rule.index();
            case FIRST, MEAN -> 0;
        };
    }

    private float mean(FloatBuffer tensor, int at) {
        double sum = 0;
        for (int p = 0; p < positions; p++) {
            sum += tensor.get(at + p * inner);
        }
        return (float) (sum / positions);
    }
}
