package org.oinfo.data.array;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Setting;
import org.oinfo.data.options.Axes;
import org.oinfo.data.options.Axis;
import org.oinfo.data.options.Where;

/**
 * Where in an array the variables of each sample lie: element {@code base(row) + variable * step}, in the mean over {@link #shifts}.
 * Neighbouring axes of samples that lie like one are one.
 */
final class AxisPlan {
    private final int samples;
    private final int variables;
    private final long step;
    /** Axes of samples, the last one fastest: how long, and how far apart neighbours are. */
    private final long[] lengths;

    private final long[] strides;
    /** What is added to the element of a value, for each of the elements that it is the mean of. */
    private final long[] shifts;

    private final boolean whole;

    private AxisPlan(
            int samples, int variables, long step, long[] lengths, long[] strides, long[] shifts, boolean whole) {
        this.samples = samples;
        this.variables = variables;
        this.step = step;
        this.lengths = lengths;
        this.strides = strides;
        this.shifts = shifts;
        this.whole = whole;
    }

    /**
     * The plan of an array.
     *
     * @param axes what its axes are, or null for samples by variables
     * @param source what messages call the array
     * @throws BadInputException they do not fit its shape, or it is empty or too large
     */
    static AxisPlan of(NumericArray array, @Nullable Axes axes, String source) {
        List<Long> shape = array.shape();
        Axes parts = axes == null ? usual(shape, source) : axes;
        if (parts.parts().size() != shape.size()) {
            throw new BadInputException(
                    "there must be a word for each axis: found " + parts.parts().size() + " for the " + shape.size()
                            + " of " + source + ", shape " + NumericArray.shown(shape),
                    "give {} " + shape.size() + " words",
                    Setting.AXES);
        }
        if (shape.contains(0L)) {
            throw new BadInputException("the array must hold data: " + source + " has shape "
                    + NumericArray.shown(shape) + "; check what was meant to write it");
        }
        long[] strides = array.strides();
        List<long[]> samples = new ArrayList<>();
        long[] shifts = {0};
        long rows = 1;
        int variables = parts.parts().indexOf(Axis.VARIABLES);
        for (int i = 0; i < strides.length; i++) {
            if (parts.parts().get(i) == Axis.SAMPLES) {
                add(samples, shape.get(i), strides[i]);
                rows *= shape.get(i);
            } else if (parts.parts().get(i) == Axis.DROP) {
                shifts = dropped(shifts, parts.where(), shape.get(i), strides[i], i, source);
            }
        }
        long columns = shape.get(variables);
        if (rows > Integer.MAX_VALUE || columns > Integer.MAX_VALUE) {
            throw new BadInputException("the array must have at most 2147483647 rows and columns: " + source
                    + " has shape " + NumericArray.shown(shape) + "; take a part of it");
        }
        long[] lengths = samples.stream().mapToLong(axis -> axis[0]).toArray();
        long[] apart = samples.stream().mapToLong(axis -> axis[1]).toArray();
        boolean whole = rows * columns == NumericArray.elements(shape);
        return new AxisPlan((int) rows, (int) columns, strides[variables], lengths, apart, shifts, whole);
    }

    private static Axes usual(List<Long> shape, String source) {
        if (shape.size() == 1) {
            throw new BadInputException("the array must have 2 dimensions, samples by variables: " + source
                    + " has 1, shape " + NumericArray.shown(shape) + "; reshape it");
        }
        if (shape.size() == 2) {
            return Axes.ROWS;
        }
        String problem = "the array must have 2 axes, samples and variables: " + source + " has " + shape.size()
                + ", shape " + NumericArray.shown(shape);
        if (shape.isEmpty()) {
            throw new BadInputException(problem + "; reshape it");
        }
        String before = "samples,".repeat(shape.size() - 2);
        throw new BadInputException(
                problem,
                "say which is which: {} " + before + "variables,samples takes axis " + (shape.size() - 2)
                        + " for the variables, {} " + before + "samples,variables the last one; an axis of which only"
                        + " one position counts is called drop, with {} last",
                Setting.AXES,
                Setting.AXES,
                Setting.WHERE);
    }

    private static void add(List<long[]> samples, long length, long stride) {
        if (!samples.isEmpty()) {
            long[] before = samples.getLast();
            if (before[1] == length * stride || before[0] == 1) {
                samples.set(samples.size() - 1, new long[] {before[0] * length, stride});
                return;
            }
            if (length == 1) {
                return;
            }
        }
        samples.add(new long[] {length, stride});
    }

    private static long[] dropped(
            long[] shifts, @Nullable Where where, long length, long stride, int axis, String source) {
        if (where == null) {
            throw new IllegalStateException("an axis is dropped and nothing taken of it");
        }
        long first = switch (where.kind()) {
            case FIRST, MEAN -> 0;
            case LAST -> length - 1;
            case INDEX -> where.index();
        };
        if (first < 0 || first >= length) {
            throw new BadInputException("a position of axis " + axis + " of " + source + " must lie in 0.."
                    + (length - 1) + ": found " + first + "; positions count from 0");
        }
        int count = where.kind() == Where.Kind.MEAN ? Math.toIntExact(Math.min(length, Integer.MAX_VALUE - 8)) : 1;
        long[] all = new long[Math.multiplyExact(shifts.length, count)];
        for (int i = 0; i < all.length; i++) {
            all[i] = shifts[i / count] + (first + i % count) * stride;
        }
        return all;
    }

    /** Number of rows of the data. */
    int samples() {
        return samples;
    }

    int variables() {
        return variables;
    }

    /** How far apart the variables of a sample are. */
    long step() {
        return step;
    }

    /** The elements that a value is the mean of, from that of {@link #base}. */
    long[] shifts() {
        return shifts;
    }

    /** Whether the plan goes through every element once, none left out. */
    boolean wholeArray() {
        return whole;
    }

    /** How far apart samples are that follow one another, within a run. */
    long stride() {
        return strides[strides.length - 1];
    }

    /** How many rows from one on are {@link #stride} apart. */
    int run(int row) {
        long last = lengths[lengths.length - 1];
        return (int) (last - row % last);
    }

    /** The element of variable 0 of a row. */
    long base(int row) {
        long element = 0;
        long rest = row;
        for (int i = lengths.length - 1; i >= 0; i--) {
            element += rest % lengths[i] * strides[i];
            rest /= lengths[i];
        }
        return element;
    }

    /** The row of an element of a whole array. */
    int row(long element) {
        long row = 0;
        for (int i = 0; i < lengths.length; i++) {
            row = row * lengths[i] + element / strides[i] % lengths[i];
        }
        return (int) row;
    }

    /** The variable of an element of a whole array. */
    int column(long element) {
        return (int) (element / step % variables);
    }
}
