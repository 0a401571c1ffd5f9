package org.oinfo.cli.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnList;
import picocli.CommandLine.Option;

/** Which columns of DATA take part. */
@OptionGroup(OptionGroup.DATA)
final class ColumnOptions implements ColumnChoice {
    @Option(
            names = "--columns",
            paramLabel = "LIST",
            description = "use these columns only: 0-based numbers, ranges and names, such as 0,3,5-9,hip")
    private @Nullable String columns;

    @Option(names = "--drop", paramLabel = "LIST", description = "leave these columns out")
    private @Nullable String drop;

    /** Whether they were listed. */
    @Override
    public boolean isListed() {
        return columns != null;
    }

    @Override
    public int[] choose(List<String> names, int variables) {
        IntStream all = columns == null
                ? IntStream.range(0, variables)
                : Arrays.stream(ColumnList.parse(columns, names, variables, "--columns"));
        int[] dropped = drop == null ? new int[0] : ColumnList.parse(drop, names, variables, "--drop");
        int[] chosen = all.filter(c -> Arrays.binarySearch(dropped, c) < 0).toArray();
        if (chosen.length < 2) {
            throw new BadInputException("--columns and --drop must leave at least 2 columns: " + chosen.length + " of "
                    + variables + " left");
        }
        return chosen;
    }
}
