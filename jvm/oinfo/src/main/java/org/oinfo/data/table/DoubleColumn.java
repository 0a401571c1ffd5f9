package org.oinfo.data.table;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.oinfo.data.array.NumericArray;

/** A variable of a table as doubles one after the other. */
final class DoubleColumn {
    private static final int ROWS = 1024;

    private DoubleColumn() {}

    /**
     * Copies one of the numbers that each row holds.
     *
     * @param values [rows][..]
     * @param which of them, row-major
     * @param out [rows] doubles
     */
    static void copy(NumericArray values, long which, MemorySegment out) {
        long rows = values.shape().getFirst();
        long width =
                NumericArray.elements(values.shape().subList(1, values.shape().size()));
        double[] some = new double[ROWS];
        for (long from = 0; from < rows; from += ROWS) {
            int count = (int) Math.min(ROWS, rows - from);
            if (width == 1) {
                values.decode(from, some, 0, count);
            } else {
                for (int i = 0; i < count; i++) {
                    values.decode((from + i) * width + which, some, i, 1);
                }
            }
            MemorySegment.copy(some, 0, out, ValueLayout.JAVA_DOUBLE, from * Double.BYTES, count);
        }
    }
}
