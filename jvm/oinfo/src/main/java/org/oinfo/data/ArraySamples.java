package org.oinfo.data;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/** Samples in a Java array, which is not copied: it must not change while they are in use. */
public final class ArraySamples implements Samples {
    private static final String SOURCE = "array";

    /** Copies part of a row. */
    @FunctionalInterface
    private interface Row {
        void copy(int row, int variable, int variables, double[] out, int at);
    }

    private final int samples;
    private final int variables;
    private final Row reader;

    private ArraySamples(int samples, int variables, Row reader) {
        this.samples = samples;
        this.variables = variables;
        this.reader = reader;
    }

    /**
     * Samples of an array of rows.
     *
     * @param x [T][N], all rows of one length
     * @throws BadInputException if rows differ in length, a value is not finite, or there are fewer than 3 rows or 2 columns
     */
    public static Samples of(double[][] x) {
        int variables = x.length == 0 ? 0 : x[0].length;
        for (int i = 0; i < x.length; i++) {
            if (x[i].length != variables) {
                throw new BadInputException("every row must have as many values as the first: the array has "
                        + x[i].length + " at row " + i + " (counted from 0), expected " + variables);
            }
        }
        return checked(new ArraySamples(
                x.length,
                variables,
                (row, variable, count, out, at) -> System.arraycopy(x[row], variable, out, at, count)));
    }

    /**
     * Samples of one array.
     *
     * @param x [samples*variables], row-major
     * @throws BadInputException if the length is another, a value is not finite, or there are fewer than 3 samples or 2 variables
     */
    public static Samples of(double[] x, int samples, int variables) {
        requireLength(x.length, samples, variables);
        return checked(new ArraySamples(
                samples,
                variables,
                (row, variable, count, out, at) -> System.arraycopy(x, row * variables + variable, out, at, count)));
    }

    /**
     * As {@link #of(double[], int, int)}; every float is a double, so nothing is lost.
     *
     * @param x [samples*variables], row-major
     * @throws BadInputException if the length is another, a value is not finite, or there are fewer than 3 samples or 2 variables
     */
    public static Samples of(float[] x, int samples, int variables) {
        requireLength(x.length, samples, variables);
        return checked(new ArraySamples(samples, variables, (row, variable, count, out, at) -> {
            int from = row * variables + variable;
            for (int i = 0; i < count; i++) {
                out[at + i] = x[from + i];
            }
        }));
    }

    /**
     * Samples of a memory segment, in the heap or outside it, in the machine's byte order.
     *
     * @param x [samples*variables], row-major
     * @param type of its elements
     * @throws BadInputException if the length is another, a value is not finite, or there are fewer than 3 samples or 2 variables
     */
    public static Samples of(MemorySegment x, ElementType type, int samples, int variables) {
        if (x.byteSize() % type.bytes() != 0) {
            throw new BadInputException("the segment must hold whole values of " + type.bytes() + " bytes: size="
                    + x.byteSize() + " bytes");
        }
        requireLength(x.byteSize() / type.bytes(), samples, variables);
        return checked(new ArraySamples(samples, variables, (row, variable, count, out, at) -> {
            long from = (long) row * variables + variable;
            for (int i = 0; i < count; i++) {
                out[at + i] = type.value(x, from + i);
            }
        }));
    }

    private static void requireLength(long length, int samples, int variables) {
        if (samples < 0 || variables < 0 || (long) samples * variables != length) {
            throw new BadInputException("the array must hold samples * variables values: samples=" + samples
                    + ", variables=" + variables + ", length=" + length);
        }
    }

    private static Samples checked(ArraySamples samples) {
        LeastData.requireVariables(samples.variables, SOURCE);
        LeastData.requireSamples(samples);
        double[] row = new double[samples.variables];
        for (int i = 0; i < samples.samples; i++) {
            samples.reader.copy(i, 0, row.length, row, 0);
            for (int j = 0; j < row.length; j++) {
                if (!Double.isFinite(row[j])) {
                    throw new BadInputException("every value must be finite: the array has " + row[j] + " at row " + i
                            + ", column " + j + " (both count from 0); correct it, or leave that row out");
                }
            }
        }
        return samples;
    }

    @Override
    public int samples() {
        return samples;
    }

    @Override
    public int variables() {
        return variables;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public int[] columns() {
        return IntStream.range(0, variables).toArray();
    }

    @Override
    public int originals() {
        return variables;
    }

    @Override
    public List<String> originalNames() {
        return List.of();
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public void read(int row, int rows, int variable, int count, double[] out) {
        ReadCheck.check(this, row, rows, variable, count, out);
        for (int i = 0; i < rows; i++) {
            reader.copy(row + i, variable, count, out, i * count);
        }
    }

    /** Nothing to free. */
    @Override
    public void close() {}
}
