package org.oinfo.cli.input;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Samples;
import org.oinfo.data.Variables;

/** Columns of data that is loaded, by their numbers and names in the file. */
final class LoadedColumns {
    private LoadedColumns() {}

    /**
     * Those of a choice that are loaded.
     *
     * @throws BadInputException one that was listed is not, or fewer than two are
     */
    static Samples of(Samples loaded, ColumnChoice choice) {
        int[] there = loaded.columns();
        int[] chosen = choice.choose(loaded.originalNames(), loaded.originals());
        for (int column : chosen) {
            if (choice.isListed() && Arrays.binarySearch(there, column) < 0) {
                throw new BadInputException("columns must be among those that were loaded of " + loaded.source() + ": "
                        + Variables.described(column, loaded.originalNames()) + " is not; load it, too");
            }
        }
        int[] positions = IntStream.of(chosen)
                .map(column -> Arrays.binarySearch(there, column))
                .filter(position -> position >= 0)
                .toArray();
        return ColumnSelection.select(loaded, positions);
    }
}
