package org.oinfo.study.capture;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;

/**
 * An input of a model and what it is shown.
 *
 * @param name of the input
 * @param type of its numbers
 * @param form shape of an example
 * @param array what it is shown
 */
record OnnxInput(String name, OnnxJavaType type, List<Long> form, Examples.Shown array) {
    private static final int UNSIGNED_BYTE = 255;

    /** Smallest and largest value of the types of whole numbers; beyond 2^53 not every one is read exactly. */
    private static final Map<OnnxJavaType, double[]> WHOLE = new EnumMap<>(Map.of(
            OnnxJavaType.INT8, new double[] {Byte.MIN_VALUE, Byte.MAX_VALUE},
            OnnxJavaType.UINT8, new double[] {0, UNSIGNED_BYTE},
            OnnxJavaType.INT16, new double[] {Short.MIN_VALUE, Short.MAX_VALUE},
            OnnxJavaType.INT32, new double[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
            OnnxJavaType.INT64, new double[] {-0x1p53, 0x1p53},
            OnnxJavaType.BOOL, new double[] {0, 1}));

    /** Whether numbers of a type can be made of an array: whole ones of whole ones only. */
    static boolean takes(OnnxJavaType type, Examples.Shown array) {
        return switch (type) {
            case FLOAT, DOUBLE, FLOAT16, BFLOAT16 -> true;
            default -> WHOLE.containsKey(type) && array.whole();
        };
    }

    /** A type and shape as messages show it: {@code int64 [N][7]}. */
    static String text(ValueInfo info) {
        if (!(info instanceof TensorInfo tensor)) {
            return "no tensor";
        }
        String axes = Arrays.stream(tensor.getShape())
                .skip(1)
                .mapToObj(axis -> "[" + (axis < 0 ? "any" : axis) + "]")
                .collect(Collectors.joining());
        String first = tensor.getShape().length == 0
                ? ""
                : "[" + (tensor.getShape()[0] < 0 ? "N" : tensor.getShape()[0]) + "]";
        return tensor.type.name().toLowerCase(Locale.ROOT) + ' ' + first + axes;
    }

    /**
     * A tensor of examples.
     *
     * @param values row-major
     * @param from number of the first example, for messages
     * @throws BadInputException a whole number is too large or too small for its type
     */
    OnnxTensor tensor(double[] values, int from, int count) throws OrtException {
        requireRange(values, from);
        long[] shape = new long[form.size() + 1];
        shape[0] = count;
        for (int i = 0; i < form.size(); i++) {
            shape[i + 1] = form.get(i);
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        return switch (type) {
            case DOUBLE -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
            case FLOAT16 ->
                OnnxTensor.createTensor(
                        environment, Fp16Conversions.convertFloatBufferToFp16Buffer(floats(values)), shape, type);
            case BFLOAT16 ->
                OnnxTensor.createTensor(
                        environment, Fp16Conversions.convertFloatBufferToBf16Buffer(floats(values)), shape, type);
            case INT64 -> OnnxTensor.createTensor(environment, longs(values), shape);
            case INT32 -> OnnxTensor.createTensor(environment, ints(values), shape);
            case INT16 -> OnnxTensor.createTensor(environment, shorts(values), shape, type);
            case INT8, UINT8, BOOL -> OnnxTensor.createTensor(environment, bytes(values), shape, type);
            default -> OnnxTensor.createTensor(environment, floats(values), shape);
        };
    }

    private void requireRange(double[] values, int from) {
        double[] range = WHOLE.get(type);
        for (int i = 0; range != null && i < values.length; i++) {
            if (values[i] < range[0] || values[i] > range[1]) {
                throw new BadInputException("a value must fit the type of its input: " + Excerpt.of(name) + " takes "
                        + type.name().toLowerCase(Locale.ROOT) + ", example " + (from + i / array.size())
                        + " (from 0) has " + (long) values[i] + "; give what the model was trained on");
            }
        }
    }

    private static FloatBuffer floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return FloatBuffer.wrap(floats);
    }

    private static LongBuffer longs(double[] values) {
        return LongBuffer.wrap(
                Arrays.stream(values).mapToLong(value -> (long) value).toArray());
    }

    private static IntBuffer ints(double[] values) {
        return IntBuffer.wrap(
                Arrays.stream(values).mapToInt(value -> (int) value).toArray());
    }

    private static ShortBuffer shorts(double[] values) {
        ShortBuffer shorts = ShortBuffer.allocate(values.length);
        for (double value : values) {
            shorts.put((short) value);
        }
        return shorts.flip();
    }

    private static ByteBuffer bytes(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(values.length).order(ByteOrder.nativeOrder());
        for (double value : values) {
            bytes.put((byte) (int) value);
        }
        return bytes.flip();
    }
}
