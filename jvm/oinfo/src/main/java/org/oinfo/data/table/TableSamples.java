package org.oinfo.data.table;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Excerpt;
import org.oinfo.data.LeastData;
import org.oinfo.data.Samples;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayColumns;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.array.NumericSamples;
import org.oinfo.data.options.MissingPolicy;
import org.oinfo.data.options.ReadOptions;

/** A table as samples: the variables that are chosen are decoded into memory outside the heap; other columns are not read. */
public final class TableSamples {
    private final MappedFile file;
    private final Table table;

    private TableSamples(MappedFile file, Table table) {
        this.file = file;
        this.table = table;
    }

    /**
     * Reads the chosen variables. Closing the samples closes the file.
     *
     * @throws org.oinfo.data.BadInputException the table is damaged, a chosen column holds no numbers, or a value is missing and must not be
     */
    public static Samples open(
            MappedFile file, Table table, ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        return new TableSamples(file, table).samples(options, policy, choice);
    }

    private Samples samples(ReadOptions options, MissingPolicy policy, ColumnChoice choice) {
        List<TableColumn> all = table.columns();
        int[] taken = IntStream.range(0, all.size())
                .filter(c -> !table.rowLabels().contains(all.get(c).name()))
                .toArray();
        // Every place of a list has a name: lists must be no longer than the file can hold, chosen or not.
        IntStream.of(taken).filter(c -> all.get(c).isList()).forEach(table::check);
        TableVariables variables = TableVariables.of(all, taken, file.source());
        List<String> names = variables.names();
        LeastData.requireVariables(names.size(), file.source());
        int[] chosen = ColumnSelection.checked(choice.choose(names, names.size()), names.size(), file.source());
        variables.requireNumbers(chosen, file.source());
        long rows = table.rows();
        List<Long> shape = List.of(rows, (long) chosen.length);
        MemorySegment values = values(variables, chosen);
        NumericArray array = new NumericArray(values, NumberType.F8, ByteOrder.nativeOrder(), shape, true);
        List<Warning> warnings = table.rowLabels().isEmpty() ? List.of() : List.of(leftOut());
        return NumericSamples.ofChosen(
                file, array, new ArrayColumns(names.size(), names, chosen), options, policy, warnings);
    }

    /** The chosen variables, one after the other; those of a column lie side by side, and it is read once. */
    private MemorySegment values(TableVariables variables, int[] chosen) {
        IntStream.of(chosen)
                .map(variable -> variables.columns()[variable])
                .distinct()
                .filter(column -> !table.columns().get(column).isList())
                .forEach(table::check);
        long bytes = (long) table.rows() * Double.BYTES;
        MemorySegment values = file.arena().allocate(bytes * chosen.length, Double.BYTES);
        for (int i = 0; i < chosen.length; ) {
            int column = variables.columns()[chosen[i]];
            try (Arena arena = Arena.ofConfined()) {
                NumericArray read = table.read(column, arena);
                for (; i < chosen.length && variables.columns()[chosen[i]] == column; i++) {
                    DoubleColumn.copy(read, variables.places()[chosen[i]], values.asSlice(i * bytes, bytes));
                }
            }
        }
        return values;
    }

    private Warning leftOut() {
        String names = table.columns().stream()
                .map(TableColumn::name)
                .filter(table.rowLabels()::contains)
                .map(Excerpt::of)
                .collect(Collectors.joining(", "));
        return new Warning(
                Warning.Name.INDEX_COLUMN,
                "row labels that pandas added to " + file.source() + " left out: " + names,
                Map.of());
    }
}
