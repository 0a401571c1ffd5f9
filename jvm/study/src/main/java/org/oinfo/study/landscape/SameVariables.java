package org.oinfo.study.landscape;

import java.util.List;
import org.oinfo.data.Samples;

/** Samples of the same variables as others. */
interface SameVariables extends Samples {
    /** The other samples. */
    Samples original();

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
    default void requireUnchanged() {
        original().requireUnchanged();
    }
}
