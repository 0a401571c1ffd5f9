package org.oinfo.data;

import java.util.List;
import java.util.function.Supplier;

/**
 * T samples (rows) of N variables (columns) that can be read in blocks, as often as needed, by several threads at once.
 * All values are finite: whoever makes one has checked.
 */
public interface Samples extends AutoCloseable {
    /** Number of samples T. */
    int samples();

    /** Number of variables N. */
    int variables();

    /** Names of the variables [N], or an empty list when they have none. */
    List<String> names();

    /**
     * 0-based columns of the original data that the variables are [N], ascending; {0, .., N-1} unless columns were selected.
     */
    int[] columns();

    /** Number of columns of the original data, those that were not chosen included. */
    int originals();

    /** Names of all columns of the original data [originals], or an empty list when they have none. */
    List<String> originalNames();

    /** Where the values come from, for messages: a path, {@code standard input} or {@code array}. */
    String source();

    /** Name of the array that was read, where a file may hold several, or an empty string. */
    default String dataset() {
        return "";
    }

    /** Number of rows of the original data that were left out because a value was missing, NaN or infinite. */
    default int droppedRows() {
        return 0;
    }

    /** What was missing in those rows. */
    default MissingCounts missing() {
        return new MissingCounts(columns());
    }

    /** What a reader of the result should know of how the data was read, such as a column that was left out. */
    default List<Warning> readWarnings() {
        return List.of();
    }

    /** SHA-256 of the bytes the values were read from, in lower-case hexadecimal, or an empty string for arrays. */
    default String checksum() {
        return "";
    }

    /**
     * What is made of these samples: where they stay, as {@link KeptSamples} do, what was made before; else it is made now.
     *
     * @param make makes it, and throws where it cannot be made
     */
    default <V> V kept(Derivation<V> what, Supplier<V> make) {
        return make.get();
    }

    /**
     * Refuses what was read if it may have changed while it was.
     *
     * @throws BadInputException its file has been written to since it was opened
     */
    default void requireUnchanged() {}

    /**
     * Copies a block of values.
     *
     * @param row first sample
     * @param rows number of samples
     * @param variable first variable
     * @param variables number of variables
     * @param out [rows*variables], row-major
     * @throws IndexOutOfBoundsException if the block does not lie within the samples or does not fit into {@code out}
     */
    void read(int row, int rows, int variable, int variables, double[] out);

    /** Frees mapped memory and temporary files; more than one call does no harm. */
    @Override
    void close();
}
