package org.oinfo.study.capture;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A tensor of a model as a layer.
 *
 * @param tensor name in the model
 * @param neurons columns, or channels
 * @param positions of a channel: height x width; 1 for columns
 * @param reason why the tensor is no layer, to follow its name; empty where it is one
 */
record OnnxLayer(String tensor, int neurons, int positions, String reason) {
    private static final int CHANNELS = 4;
    private static final int COLUMNS = 2;

    /** No layer. */
    static OnnxLayer none(String tensor, String reason) {
        return new OnnxLayer(tensor, 0, 0, reason);
    }

    /**
     * A tensor that was computed.
     *
     * @param images how many were computed
     */
    static OnnxLayer of(String name, ValueInfo info, int images) {
        if (!(info instanceof TensorInfo tensor)) {
            return none(name, "is no tensor");
        }
        if (tensor.type != OnnxJavaType.FLOAT) {
            return none(name, "holds " + tensor.type + ", not 32-bit floats");
        }
        long[] axes = tensor.getShape();
        String shape = Arrays.stream(axes).mapToObj(Long::toString).collect(Collectors.joining(" x ", "[", "]"));
        if (axes.length != CHANNELS && axes.length != COLUMNS) {
            return none(name, "has " + axes.length + " axes, not 2 or 4: " + shape);
        }
        if (axes[0] != images) {
            return none(name, "has a first axis that is not the images: " + shape + " for " + images);
        }
        if (axes[1] < 2 || Arrays.stream(axes).anyMatch(length -> length < 1)) {
            return none(name, "has fewer than 2 neurons: " + shape);
        }
        int positions = axes.length == CHANNELS ? Math.toIntExact(Math.multiplyExact(axes[2], axes[3])) : 1;
        return new OnnxLayer(name, Math.toIntExact(axes[1]), positions, "");
    }

    /** Floats that an image has in the tensor. */
    long floats() {
        return (long) neurons * positions;
    }

    /** The neurons' values for the first images of a tensor [images*neurons]: a channel's mean over its positions. */
    float[] values(FloatBuffer tensor, int images) {
        float[] values = new float[images * neurons];
        if (positions == 1) {
            tensor.get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int p = 0; p < positions; p++) {
                sum += tensor.get();
            }
            values[i] = (float) (sum / positions);
        }
        return values;
    }
}
