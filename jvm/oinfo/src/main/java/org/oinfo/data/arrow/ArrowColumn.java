package org.oinfo.data.arrow;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.table.RaggedList;
import org.oinfo.data.table.TableColumn;

/** The numbers of a column, batch after batch. */
final class ArrowColumn {
    private final String source;
    private final List<ArrowBatch> batches;

    /** The column, then what its lists hold, the numbers last. */
    private final List<ArrowField> levels;

    private final List<Long> lengths;

    ArrowColumn(String source, ArrowField column, List<ArrowBatch> batches) {
        this.source = source;
        this.batches = batches;
        this.levels = levels(column);
        this.lengths = lengths(column, batches);
    }

    private static List<ArrowField> levels(ArrowField column) {
        List<ArrowField> levels = new ArrayList<>(List.of(column));
        while (levels.getLast().isList()) {
            levels.add(levels.getLast().children().getFirst());
        }
        return levels;
    }

    /** What a column holds: lists have the lengths of those of the first row. */
    static TableColumn described(ArrowField column, List<ArrowBatch> batches) {
        ArrowField leaf = column.leaf();
        if (leaf == null) {
            ArrowField inner = levels(column).getLast();
            String type = column.isList() ? "list of " + inner.type() : column.type();
            return new TableColumn(column.name(), List.of(), type, TableColumn.Kind.OTHER);
        }
        NumberType number = Objects.requireNonNull(leaf.number());
        List<Long> lengths = lengths(column, batches);
        if (lengths.contains(0L)) {
            String type = "list of " + leaf.type() + ", empty in row 0";
            return new TableColumn(column.name(), List.of(), type, TableColumn.Kind.OTHER);
        }
        boolean tensor = lengths.equals(List.of(NumericArray.elements(column.tensor())))
                && !column.tensor().isEmpty();
        return new TableColumn(
                column.name(),
                tensor ? column.tensor() : lengths,
                leaf.type(),
                number.isFloating() ? TableColumn.Kind.REAL : TableColumn.Kind.WHOLE);
    }

    /** Lengths of the lists of the first row, the outermost first. */
    private static List<Long> lengths(ArrowField column, List<ArrowBatch> batches) {
        List<Long> lengths = new ArrayList<>();
        ArrowBatch first =
                batches.stream().filter(batch -> batch.rows() > 0).findFirst().orElseThrow();
        long item = 0;
        for (ArrowField field = column; field.isList(); field = field.children().getFirst()) {
            long from = first.offset(field, item);
            long length = lengths.contains(0L) ? 0 : first.offset(field, item + 1) - from;
            Damage.require(length >= 0, "a list has a negative length");
            lengths.add(length);
            item = from;
        }
        return lengths;
    }

    /**
     * Reads all of it.
     *
     * @param shape [rows] and what a row holds
     * @throws org.oinfo.data.BadInputException a list has another length than those of the first row
     */
    NumericArray read(List<Long> shape, Arena arena) {
        ArrowField leaf = levels.getLast();
        NumberType stored = Objects.requireNonNull(leaf.number());
        boolean nulls = batches.stream().anyMatch(batch -> levels.stream().anyMatch(batch::hasNulls));
        NumberType type = nulls && !stored.isFloating() ? NumberType.F8 : stored;
        long elements = NumericArray.elements(shape);
        MemorySegment out = arena.allocate(Math.multiplyExact(elements, type.bytes()), Long.BYTES);
        long at = 0;
        for (ArrowBatch batch : batches) {
            Damage.require(batch.length(levels.getFirst()) == batch.rows(), "a column has not as many values as rows");
            Rows rows = new Rows(batch, new ArrowNumbers(batch, leaf, type, out), at);
            rows.copy(0, 0, batch.rows(), Math.multiplyExact(at, cells(0)));
            at += batch.rows();
        }
        return new NumericArray(out, type, ByteOrder.LITTLE_ENDIAN, shape, false);
    }

    /** Numbers that one element of a level holds. */
    private long cells(int level) {
        long cells = 1;
        for (long length : lengths.subList(level, lengths.size())) {
            cells = Math.multiplyExact(cells, length);
        }
        return cells;
    }

    /** Copies the rows of a batch. */
    private final class Rows {
        private final ArrowBatch batch;
        private final ArrowNumbers numbers;
        private final long before;
        private final boolean[] nulls;

        Rows(ArrowBatch batch, ArrowNumbers numbers, long before) {
            this.batch = batch;
            this.numbers = numbers;
            this.before = before;
            this.nulls = new boolean[levels.size()];
            for (int level = 0; level < nulls.length; level++) {
                nulls[level] = batch.hasNulls(levels.get(level));
            }
        }

        /** Copies elements from .. from+count-1 of a level to where the numbers of the first are to go. */
        void copy(int level, long from, long count, long at) {
            if (level == levels.size() - 1) {
                numbers.copy(from, count, at);
                return;
            }
            ArrowField field = levels.get(level);
            long cells = cells(level);
            for (long i = 0; i < count; i++) {
                if (nulls[level] && ArrowNumbers.isNull(batch.validity(field), from + i)) {
                    numbers.fill(cells, at + i * cells);
                    continue;
                }
                long begin = batch.offset(field, from + i);
                long length = batch.offset(field, from + i + 1) - begin;
                if (length != lengths.get(level)) {
                    long row = before + (level == 0 ? from + i : at / cells(0) - before);
                    throw RaggedList.refusal(source, levels.getFirst().name(), row, length, lengths.get(level));
                }
                copy(level + 1, begin, length, at + i * cells);
            }
        }
    }
}
