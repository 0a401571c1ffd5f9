package org.oinfo.data.parquet;

import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.LayerKind;
import dev.hardwood.reader.Validity;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.oinfo.data.array.NumberType;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.table.RaggedList;

/** The numbers of a column of lists, or of lists within lists, all as long as those of the first row. */
final class ListNumbers {
    private final String source;
    private final String name;

    ListNumbers(String source, String name) {
        this.source = source;
        this.name = name;
    }

    /** Lengths of the lists of the first row, the outermost first; empty where it is no column of lists alone. */
    static List<Long> lengths(ColumnReader reader) {
        List<Long> lengths = new ArrayList<>();
        if (!reader.nextBatch()) {
            return lengths;
        }
        for (int layer = 0; layer < reader.getLayerCount(); layer++) {
            if (reader.getLayerKind(layer) != LayerKind.REPEATED) {
                return List.of();
            }
            int[] offsets = reader.getLayerOffsets(layer);
            lengths.add(offsets.length < 2 ? 0L : offsets[1] - offsets[0]);
        }
        return lengths;
    }

    /**
     * Reads all of it.
     *
     * @param shape [rows] and the lengths of the lists
     * @return single precision where the file has no more
     * @throws org.oinfo.data.BadInputException a list has another length
     */
    NumericArray read(ColumnReader reader, List<Long> shape, Arena arena) {
        PhysicalType type = reader.getColumnSchema().type();
        boolean single = type == PhysicalType.FLOAT || type == PhysicalType.FIXED_LEN_BYTE_ARRAY;
        NumberType number = single ? NumberType.F4 : NumberType.F8;
        long row = NumericArray.elements(shape.subList(1, shape.size()));
        MemorySegment out = arena.allocate(shape.getFirst() * row * number.bytes(), number.bytes());
        long rows = 0;
        while (reader.nextBatch()) {
            requireLengths(reader, shape, rows);
            copy(reader, out, rows * row, (int) row, single);
            rows += reader.getRecordCount();
        }
        FileCheck.require(rows == shape.getFirst(), "fewer values than rows");
        return new NumericArray(out, number, ByteOrder.nativeOrder(), shape, false);
    }

    /** Copies the values of a batch; those of a row that is missing are missing. */
    private static void copy(ColumnReader reader, MemorySegment out, long to, int row, boolean single) {
        IntToDoubleFunction value = ColumnNumbers.values(reader);
        Validity rows = reader.getLayerValidity(0);
        Validity values = reader.getLeafValidity();
        int item = 0;
        for (int r = 0; r < reader.getRecordCount(); r++) {
            boolean missing = rows.hasNulls() && rows.isNull(r);
            for (int i = 0; i < row; i++) {
                boolean there = !missing && !(values.hasNulls() && values.isNull(item));
                double read = there ? value.applyAsDouble(item) : Double.NaN;
                item += missing ? 0 : 1;
                long at = to + (long) r * row + i;
                if (single) {
                    out.setAtIndex(ValueLayout.JAVA_FLOAT, at, (float) read);
                } else {
                    out.setAtIndex(ValueLayout.JAVA_DOUBLE, at, read);
                }
            }
        }
    }

    /** Requires that the lists of a batch have the lengths that they should have; a row may be missing. */
    private void requireLengths(ColumnReader reader, List<Long> shape, long from) {
        int items = reader.getRecordCount();
        Validity rows = reader.getLayerValidity(0);
        int[] row = IntStream.range(0, items).toArray();
        for (int layer = 0; layer < shape.size() - 1; layer++) {
            int[] offsets = reader.getLayerOffsets(layer);
            int length = Math.toIntExact(shape.get(layer + 1));
            int[] inner = new int[Math.multiplyExact(items, length)];
            int end = 0;
            for (int i = 0; i < items; i++) {
                int found = offsets[i + 1] - offsets[i];
                if (layer == 0 && found == 0 && rows.hasNulls() && rows.isNull(i)) {
                    continue;
                }
                if (found != length) {
                    throw RaggedList.refusal(source, name, from + row[i], found, length);
                }
                Arrays.fill(inner, end, end + length, row[i]);
                end += length;
            }
            row = inner;
            items = end;
        }
        FileCheck.require(items <= reader.getValueCount(), "fewer values than its lists say");
    }
}
