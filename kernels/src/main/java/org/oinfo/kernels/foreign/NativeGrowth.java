package org.oinfo.kernels.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.growth.GrowthEngine;
import org.oinfo.kernels.growth.GrowthWalk;

/** Growth in C, growth.c, which explains the arrays. */
final class NativeGrowth implements GrowthEngine {
    private static final NativeFunction GROW = NativeFunction.of("oinfo_growth_grow");
    private static final int ALIGNMENT = 64;
    /** Fields after the addresses, each of 8 bytes, and all of them. */
    private static final int N = 9;

    private static final int SIGN = 10;
    private static final int BOUND = 12;
    private static final int FIELDS = 13;

    private final int variables;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment state = arena.allocate(FIELDS * Double.BYTES, ALIGNMENT);
    private final MemorySegment s;
    private final MemorySegment x;
    private final MemorySegment value;
    private final MemorySegment path;
    /** s of no members. */
    private final double[] empty;

    NativeGrowth(CorrelationMatrix r, boolean redundant, int largest) {
        variables = r.variables();
        int width = 2 * NativeLibrary.lanes();
        int n = (variables + width - 1) / width * width;
        empty = new double[n];
        Arrays.fill(empty, Double.NaN);
        Arrays.fill(empty, 0, variables, 1);
        MemorySegment rows = doubles((long) variables * n);
        for (int i = 0; i < variables; i++) {
            MemorySegment.copy(
                    r.array(), i * variables, rows, ValueLayout.JAVA_DOUBLE, (long) i * n * Double.BYTES, variables);
        }
        MemorySegment margin = doubles(largest + 1);
        MemorySegment.copy(GrowthWalk.margins(redundant, largest), 0, margin, ValueLayout.JAVA_DOUBLE, 0, largest + 1);
        s = doubles(n);
        x = doubles(n);
        value = doubles(largest + 1);
        path = doubles(largest);
        MemorySegment b = doubles((long) largest * n);
        MemorySegment kappa = doubles(largest);
        MemorySegment scratch = doubles(2L * largest);
        MemorySegment[] arrays = {rows, margin, s, b, kappa, scratch, x, value, path};
        for (int i = 0; i < arrays.length; i++) {
            state.setAtIndex(ValueLayout.ADDRESS, i, arrays[i]);
        }
        state.setAtIndex(ValueLayout.JAVA_LONG, N, n);
        state.setAtIndex(ValueLayout.JAVA_DOUBLE, SIGN, redundant ? -1 : 1);
    }

    private MemorySegment doubles(long count) {
        return arena.allocate(count * Double.BYTES, ALIGNMENT);
    }

    @Override
    public int grow(int[] variables, int swept, int order, int largest) {
        if (swept == 0) {
            MemorySegment.copy(empty, 0, s, ValueLayout.JAVA_DOUBLE, 0, empty.length);
        }
        MemorySegment.copy(variables, 0, path, ValueLayout.JAVA_INT, 0, order);
        int reached = (int) GROW.call(state.address(), swept, order, largest);
        MemorySegment.copy(path, ValueLayout.JAVA_INT, (long) order * Integer.BYTES, variables, order, reached - order);
        return reached;
    }

    @Override
    public double value(int order) {
        return value.getAtIndex(ValueLayout.JAVA_DOUBLE, order);
    }

    @Override
    public int doubtful(int[] out) {
        double bound = state.getAtIndex(ValueLayout.JAVA_DOUBLE, BOUND);
        int count = 0;
        for (int v = 0; v < variables; v++) {
            if (x.getAtIndex(ValueLayout.JAVA_DOUBLE, v) >= bound) {
                out[count++] = v;
            }
        }
        return count;
    }

    @Override
    public boolean nearSingular(int candidate) {
        return Double.isInfinite(x.getAtIndex(ValueLayout.JAVA_DOUBLE, candidate));
    }

    @Override
    public void close() {
        arena.close();
    }
}
