package org.oinfo.data.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.FloatingPoint;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand for none, as NetCDF names them: all numbers of the attributes {@code _FillValue} and {@code missing_value}, and in
 * a NetCDF file what its library fills unwritten places with. And the parts of a dataset that nobody wrote, whose value the file states
 * once.
 */
final class HdfFill {
    private static final String FILL = "_FillValue";

    private final double[] missing;
    /** Of a place that was never written. */
    private final double unwritten;

    private HdfFill(double[] missing, double unwritten) {
        this.missing = missing;
        this.unwritten = unwritten;
    }

    static HdfFill of(Dataset dataset) {
        DoubleStream.Builder found = DoubleStream.builder();
        for (String name : List.of(FILL, "missing_value")) {
            Attribute attribute = dataset.getAttributes().get(name);
            add(attribute == null ? null : attribute.getData(), dataset, found);
        }
        Object stated = dataset.getFillValue();
        // NetCDF's library masks its own filling too, but for single bytes, every value of which may be meant.
        if (!dataset.getAttributes().containsKey(FILL)
                && dataset.getDataType().getSize() > 1
                && dataset.getHdfFile().getAttributes().containsKey("_NCProperties")) {
            add(stated, dataset, found);
        }
        double[] missing = found.build().filter(value -> !Double.isNaN(value)).toArray();
        return new HdfFill(missing, stated instanceof Number number ? number.doubleValue() : 0);
    }

    private static void add(@Nullable Object value, Dataset dataset, DoubleStream.Builder found) {
        if (value instanceof Number number) {
            found.add(number.doubleValue());
            if (dataset.getDataType() instanceof FloatingPoint type && type.getSize() == Float.BYTES) {
                // An attribute of double precision names the single precision number nearest to it.
                found.add(number.floatValue());
            }
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                add(Array.get(value, i), dataset, found);
            }
        }
    }

    /** Whether every number stands for itself. */
    boolean isNone() {
        return missing.length == 0;
    }

    /** A number, or NaN if it stands for none. */
    double value(double number) {
        for (double none : missing) {
            if (number == none) {
                return Double.NaN;
            }
        }
        return number;
    }

    /** Gives values their number where the file has no chunk; the library has left 0 there. */
    void complete(ChunkedDataset dataset, MemorySegment values) {
        double number = value(unwritten);
        if (number == 0) {
            return;
        }
        int[] lengths = dataset.getDimensions();
        int[] chunk = dataset.getChunkDimensions();
        int[] from = new int[lengths.length];
        do {
            if (!isThere(dataset, from)) {
                fill(values, lengths, from, chunk, number);
            }
        } while (next(from, chunk, new int[lengths.length], lengths));
    }

    private static boolean isThere(ChunkedDataset dataset, int[] from) {
        try {
            dataset.getRawChunkBuffer(from);
            return true;
        } catch (HdfException e) {
            return false;
        }
    }

    private static void fill(MemorySegment values, int[] lengths, int[] from, int[] chunk, double number) {
        int[] to = new int[lengths.length];
        Arrays.setAll(to, axis -> (int) Math.min(lengths[axis], (long) from[axis] + chunk[axis]));
        int[] step = new int[lengths.length];
        Arrays.fill(step, 1);
        int[] at = from.clone();
        do {
            long element = 0;
            for (int axis = 0; axis < lengths.length; axis++) {
                element = element * lengths[axis] + at[axis];
            }
            values.setAtIndex(ValueLayout.JAVA_DOUBLE, element, number);
        } while (next(at, step, from, to));
    }

    /** Steps through a box, the last axis fastest; false behind its end. */
    private static boolean next(int[] at, int[] step, int[] from, int[] to) {
        for (int axis = at.length - 1; axis >= 0; axis--) {
            if (at[axis] < to[axis] - step[axis]) {
                at[axis] += step[axis];
                return true;
            }
            at[axis] = from[axis];
        }
        return false;
    }
}
