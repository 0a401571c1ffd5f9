package org.oinfo.data.array;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers in memory, mapped or not, and how they lie there.
 *
 * @param values exactly the elements
 * @param type their type
 * @param order their byte order
 * @param shape length of each axis
 * @param fortranOrder whether the first axis runs fastest; the last one does otherwise
 */
public record NumericArray(
        MemorySegment values, NumberType type, ByteOrder order, List<Long> shape, boolean fortranOrder) {
    public NumericArray {
        shape = List.copyOf(shape);
    }

    /** The same elements with the axes the other way round: nothing is moved. */
    public NumericArray transposed() {
        return new NumericArray(values, type, order, shape.reversed(), !fortranOrder);
    }

    /** How far apart neighbours along each axis are, in elements. */
    long[] strides() {
        long[] strides = new long[shape.size()];
        long stride = 1;
        for (int i = 0; i < strides.length; i++) {
            int axis = fortranOrder ? i : strides.length - 1 - i;
            strides[axis] = stride;
            stride *= shape.get(axis);
        }
        return strides;
    }

    /** Converts consecutive elements to double, see {@link NumberType#decode}. */
    public void decode(long element, double[] out, int at, int count) {
        type.decode(values, element * type.bytes(), order, out, at, count);
    }

    /**
     * Converts what some indices of the first axis hold, row-major, however the array lies.
     *
     * @param from first index
     * @param count of indices
     * @param out receives {@code count} times the product of the other axes
     */
    public void decodeRows(long from, int count, double[] out) {
        int row = Math.toIntExact(elements(shape.subList(1, shape.size())));
        if (!fortranOrder) {
            decode(from * row, out, 0, Math.multiplyExact(count, row));
            return;
        }
        long rows = shape.getFirst();
        long[] index = new long[shape.size()];
        for (int i = 0; i < row; i++) {
            long element = 0;
            for (int axis = shape.size() - 1; axis > 0; axis--) {
                element = element * shape.get(axis) + index[axis];
            }
            for (int r = 0; r < count; r++) {
                decode(element * rows + from + r, out, r * row + i, 1);
            }
            for (int axis = shape.size() - 1; axis > 0 && ++index[axis] == shape.get(axis); axis--) {
                index[axis] = 0;
            }
        }
    }

    /** A shape as messages show it: {@code (6, 3, 12)}. */
    public static String shown(List<Long> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Number of elements, or -1 beyond 2^59, which no file holds. */
    public static long elements(List<Long> shape) {
        if (shape.contains(0L)) {
            return 0;
        }
        long count = 1;
        for (long length : shape) {
            if (length > (1L << 59) / count) {
                return -1;
            }
            count *= length;
        }
        return count;
    }

    /** The shape of lengths that another library gives as an array. */
    public static List<Long> shape(int... lengths) {
        List<Long> shape = new ArrayList<>();
        for (int length : lengths) {
            shape.add((long) length);
        }
        return shape;
    }
}
