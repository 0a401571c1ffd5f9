package org.oinfo.data;

import java.util.List;

/**
 * Samples that are read from others and tell the same of themselves: all but how many there are, what their values are, and whether
 * closing them closes the others.
 */
public interface SamplesView extends Samples {
    /** The others. */
    Samples original();

    @Override
    default int samples() {
        return original().samples();
    }

    @Override
    default int variables() {
        return original().variables();
    }

    @Override
    default List<String> names() {
        return original().names();
    }

    @Override
    default int[] columns() {
        return original().columns();
    }

    @Override
    default int originals() {
        return original().originals();
    }

    @Override
    default List<String> originalNames() {
        return original().originalNames();
    }

    @Override
    default String source() {
        return original().source();
    }

    @Override
    default String dataset() {
        return original().dataset();
    }

    @Override
    default int droppedRows() {
        return original().droppedRows();
    }

    @Override
    default MissingCounts missing() {
        return original().missing();
    }

    @Override
    default List<Warning> readWarnings() {
        return original().readWarnings();
    }

    /** Of the bytes that the others were read from. */
    @Override
    default String checksum() {
        return original().checksum();
    }

    @Override
    default void requireUnchanged() {
        original().requireUnchanged();
    }
}
