package org.oinfo.data.table;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;

/**
 * A table as arrays: each column of lists of real numbers is one, [rows] and the axes of its lists. Where there are no lists, all columns of
 * numbers are one array [rows][columns] without a name. A column {@code labels} or {@code label} is the array {@value #LABELS}.
 */
public final class TableArrays implements ArrayFile {
    private static final String LABELS = "labels";
    private static final String LABEL = "label";

    private final MappedFile file;
    private final Table table;
    private final Map<ArrayEntry, int[]> columns = new LinkedHashMap<>();
    private final List<Warning> warnings;

    /** Finds the arrays of a table. */
    public TableArrays(MappedFile file, Table table) {
        this.file = file;
        this.table = table;
        List<TableColumn> all = table.columns();
        TableVariables.requireDifferent(all, IntStream.range(0, all.size()).toArray(), file.source());
        boolean lists = all.stream().anyMatch(column -> column.isList() && column.kind() == TableColumn.Kind.REAL);
        int labels = labels();
        List<Integer> single = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int c = 0; c < all.size(); c++) {
            TableColumn column = all.get(c);
            boolean layer = column.isList() == lists && (column.kind() == TableColumn.Kind.REAL || !lists);
            if (c == labels) {
                add(LABELS, c);
            } else if (table.rowLabels().contains(column.name()) || !layer || !column.numeric()) {
                left.add(c);
            } else if (lists) {
                add(column.name(), c);
            } else {
                single.add(c);
            }
        }
        if (!single.isEmpty()) {
            add("", single.stream().mapToInt(Integer::intValue).toArray());
        }
        if (columns.isEmpty() || (columns.size() == 1 && labels >= 0)) {
            throw new BadInputException(
                    "a table must have columns of numbers, or of lists of real numbers: " + file.source()
                            + " has " + all.size() + (all.size() == 1 ? " column" : " columns") + " and none of these"
                            + "; save the activations of each row as a list of float32");
        }
        warnings = left.isEmpty() ? List.of() : List.of(leftOut(left, lists));
    }

    /** The column of the classes, or -1. */
    private int labels() {
        List<TableColumn> all = table.columns();
        return IntStream.concat(named(all, LABELS), named(all, LABEL))
                .findFirst()
                .orElse(-1);
    }

    private static IntStream named(List<TableColumn> all, String name) {
        return IntStream.range(0, all.size())
                .filter(c -> all.get(c).name().equals(name)
                        && all.get(c).numeric()
                        && !all.get(c).isList());
    }

    private void add(String name, int... of) {
        List<Long> shape = new ArrayList<>(List.of((long) table.rows()));
        if (name.isEmpty()) {
            shape.add((long) of.length);
        } else {
            shape.addAll(table.columns().get(of[0]).shape());
        }
        String type = name.isEmpty()
                ? NumberType.F8.code()
                : table.columns().get(of[0]).type();
        columns.put(new ArrayEntry(name, shape, type, true), of);
    }

    private Warning leftOut(List<Integer> left, boolean lists) {
        String names = left.stream()
                .map(c -> Excerpt.of(table.columns().get(c).name()) + " ("
                        + type(table.columns().get(c)) + ")")
                .collect(Collectors.joining(", "));
        return new Warning(
                Warning.Name.HOW_READ,
                "columns of " + file.source() + " that hold no "
                        + (lists ? "lists of real numbers" : "numbers of variables") + " are left out: " + names,
                Map.of("left-out", left));
    }

    private static String type(TableColumn column) {
        return Excerpt.oneLine((column.isList() ? "lists of " : "") + column.type());
    }

    @Override
    public List<ArrayEntry> entries() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public NumericArray read(ArrayEntry entry) {
        int[] of = Objects.requireNonNull(columns.get(entry), entry.name());
        Arrays.stream(of).forEach(table::check);
        return entry.name().isEmpty() ? together(entry, of) : table.read(of[0], file.arena());
    }

    /** Columns of single numbers side by side; each lies on its own, as in the file. */
    private NumericArray together(ArrayEntry entry, int[] of) {
        long rows = table.rows();
        MemorySegment all = file.arena().allocate(rows * of.length * Double.BYTES, Double.BYTES);
        for (int i = 0; i < of.length; i++) {
            MemorySegment one = all.asSlice(i * rows * Double.BYTES, rows * Double.BYTES);
            try (Arena arena = Arena.ofConfined()) {
                DoubleColumn.copy(table.read(of[i], arena), 0, one);
            }
        }
        return new NumericArray(all, NumberType.F8, ByteOrder.nativeOrder(), entry.shape(), true);
    }

    @Override
    public List<Warning> warnings() {
        return warnings;
    }
}
