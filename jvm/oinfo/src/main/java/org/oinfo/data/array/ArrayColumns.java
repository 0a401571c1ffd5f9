package org.oinfo.data.array;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which columns of a file an array holds.
 *
 * @param originals number of columns of the file
 * @param names their names [originals], or an empty list
 * @param chosen the columns that are in the array, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // read only; a million columns are not boxed to be immutable
public record ArrayColumns(int originals, List<String> names, int[] chosen) {
    public ArrayColumns {
        names = List.copyOf(names);
    }

    /** All of n columns without names. */
    static ArrayColumns unnamed(int n) {
        return new ArrayColumns(n, List.of(), IntStream.range(0, n).toArray());
    }

    /** Names of the columns that are in the array, or an empty list. */
    List<String> chosenNames() {
        return names.isEmpty()
                ? names
                : Arrays.stream(chosen).mapToObj(names::get).toList();
    }
}
