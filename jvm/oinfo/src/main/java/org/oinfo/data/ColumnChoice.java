package org.oinfo.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses columns once their names and number are known and before any value is checked, so that a column left out may
 * hold text or gaps.
 */
@FunctionalInterface
public interface ColumnChoice {
    /** Every column. */
    ColumnChoice ALL = (names, variables) -> IntStream.range(0, variables).toArray();

    /**
     * The columns to read.
     *
     * @param names names of the columns [N], or an empty list
     * @param variables number of columns N
     * @return distinct 0-based columns, in any order, at least 2
     */
    int[] choose(List<String> names, int variables);

    /** Whether the columns were listed one by one, so that one which labels the rows is meant if it is among them. */
    default boolean isListed() {
        return false;
    }
}
