package org.oinfo.study.cut;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.oinfo.study.cut.ProtoMessage.Field;

/**
 * A constant of a model: TensorProto of <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 *
 * @param type FLOAT, DOUBLE or FLOAT16; of others nothing but the dimensions is known
 * @param values row-major
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Weights(long[] dims, int type, double[] values) {
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int FLOAT16 = 10;
    static final int DOUBLE = 11;

    static final int NAME = 8;
    private static final int DIMS = 1;
    private static final int TYPE = 2;
    private static final int FLOATS = 4;
    private static final int INT32S = 5;
    private static final int INT64S = 7;
    static final int RAW = 9;
    private static final int DOUBLES = 10;

    /** Reads a tensor whose bytes are in the message. */
    static Weights of(ProtoMessage tensor) throws IOException {
        long[] dims = tensor.values(DIMS);
        int type = (int) tensor.value(TYPE, 0);
        double[] values = new double[known(type) ? Math.toIntExact(size(dims)) : 0];
        boolean raw = !tensor.all(RAW).isEmpty();
        ByteBuffer bytes = ByteBuffer.wrap(tensor.joined(raw ? RAW : type == DOUBLE ? DOUBLES : FLOATS))
                .order(ByteOrder.LITTLE_ENDIAN);
        boolean numbers = !raw && (type == FLOAT16 || type == INT64);
        long[] whole = numbers ? tensor.values(type == INT64 ? INT64S : INT32S) : new long[0];
        if (numbers ? whole.length < values.length : bytes.remaining() < (long) values.length * width(type)) {
            throw new IOException("a tensor has fewer numbers than its dimensions say");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case FLOAT -> bytes.getFloat();
                case DOUBLE -> bytes.getDouble();
                case INT64 -> numbers ? whole[i] : bytes.getLong();
                default -> Float.float16ToFloat(numbers ? (short) whole[i] : bytes.getShort());
            };
        }
        return new Weights(dims, type, values);
    }

    private static boolean known(int type) {
        return type == FLOAT || type == DOUBLE || type == FLOAT16 || type == INT64;
    }

    private static int width(int type) {
        return switch (type) {
            case FLOAT -> Float.BYTES;
            case FLOAT16 -> Short.BYTES;
            default -> Double.BYTES;
        };
    }

    /** Whether they are real numbers that can be computed with. */
    boolean real() {
        return type == FLOAT || type == DOUBLE || type == FLOAT16;
    }

    /** Whether a message holds floating-point numbers of any width. */
    static boolean floating(ProtoMessage tensor) {
        int type = (int) tensor.value(TYPE, 0);
        return type == FLOAT || type == DOUBLE || type == FLOAT16 || type == 16;
    }

    /** Numbers of a tensor of these dimensions. */
    static long size(long... dims) {
        return Arrays.stream(dims).reduce(1, Math::multiplyExact);
    }

    static long size(ProtoMessage tensor) throws IOException {
        return size(tensor.values(DIMS));
    }

    int rank() {
        return dims.length;
    }

    int dim(int axis) {
        return Math.toIntExact(dims[axis]);
    }

    /** The same along an axis where only some places are kept. */
    Weights select(int axis, int... places) {
        int inner = Math.toIntExact(size(Arrays.copyOfRange(dims, axis + 1, dims.length)));
        int outer = Math.toIntExact(size(Arrays.copyOf(dims, axis)));
        double[] kept = new double[outer * places.length * inner];
        for (int o = 0; o < outer; o++) {
            for (int p = 0; p < places.length; p++) {
                int from = (o * dim(axis) + places[p]) * inner;
                System.arraycopy(values, from, kept, (o * places.length + p) * inner, inner);
            }
        }
        long[] shape = dims.clone();
        shape[axis] = places.length;
        return new Weights(shape, type, kept);
    }

    /** Other numbers of the same type. */
    Weights with(double[] numbers, long... shape) {
        return new Weights(shape, type, numbers);
    }

    /** The numbers, little-endian. */
    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, width(type)))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (type) {
                case FLOAT -> bytes.putFloat((float) value);
                case DOUBLE -> bytes.putDouble(value);
                case INT64 -> bytes.putLong((long) value);
                default -> bytes.putShort(Float.floatToFloat16((float) value));
            }
        }
        return bytes.array();
    }

    /** The type as safetensors names it. */
    String dtype() {
        return switch (type) {
            case FLOAT -> "F32";
            case DOUBLE -> "F64";
            case INT64 -> "I64";
            default -> "F16";
        };
    }

    /** The tensor under a name. */
    ProtoMessage message(String name) {
        ProtoMessage tensor = new ProtoMessage();
        for (long dim : dims) {
            tensor.add(DIMS, dim);
        }
        return tensor.add(TYPE, type).add(NAME, name).add(RAW, bytes());
    }

    /** ValueInfoProto: a name, and the type and dimensions of this. */
    ProtoMessage info(String name) {
        ProtoMessage shape = new ProtoMessage();
        for (long dim : dims) {
            shape.add(1, new ProtoMessage().add(1, dim));
        }
        ProtoMessage tensor = new ProtoMessage().add(1, type).add(2, shape);
        return new ProtoMessage().add(1, name).add(2, new ProtoMessage().add(1, tensor));
    }

    /** Whether a field says where bytes outside the model are. */
    static boolean outside(Field field) {
        return field.number() == 13 || field.number() == 14;
    }
}
