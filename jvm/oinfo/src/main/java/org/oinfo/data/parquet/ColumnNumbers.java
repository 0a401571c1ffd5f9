package org.oinfo.data.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnSchema;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.oinfo.data.table.TableColumn;

/** The numbers of a column with one in each row, as doubles. */
final class ColumnNumbers {
    private ColumnNumbers() {}

    /** What the values of a column are, of which a row may hold one or lists: dates and decimals are no numbers. */
    static TableColumn.Kind kind(ColumnSchema column) {
        LogicalType logical = column.logicalType();
        boolean plain = logical == null;
        return switch (column.type()) {
            case BOOLEAN -> plain ? TableColumn.Kind.WHOLE : TableColumn.Kind.OTHER;
            case INT32, INT64 ->
                plain || logical instanceof LogicalType.IntType ? TableColumn.Kind.WHOLE : TableColumn.Kind.OTHER;
            case FLOAT, DOUBLE -> plain ? TableColumn.Kind.REAL : TableColumn.Kind.OTHER;
            case FIXED_LEN_BYTE_ARRAY ->
                logical instanceof LogicalType.Float16Type && Objects.equals(column.typeLength(), Short.BYTES)
                        ? TableColumn.Kind.REAL
                        : TableColumn.Kind.OTHER;
            default -> TableColumn.Kind.OTHER;
        };
    }

    /**
     * Reads all of it.
     *
     * @param out [rows] doubles, NaN for null
     * @throws IllegalStateException there are more or fewer values than rows
     */
    static void read(ColumnReader reader, MemorySegment out) {
        long rows = out.byteSize() / Double.BYTES;
        long at = 0;
        while (reader.nextBatch()) {
            int count = reader.getRecordCount();
            if (count > rows - at) {
                throw new IllegalStateException("more values than rows");
            }
            IntToDoubleFunction value = values(reader);
            Validity validity = reader.getLeafValidity();
            boolean nulls = validity.hasNulls();
            for (int i = 0; i < count; i++) {
                double number = nulls && validity.isNull(i) ? Double.NaN : value.applyAsDouble(i);
                out.setAtIndex(ValueLayout.JAVA_DOUBLE, at + i, number);
            }
            at += count;
        }
        if (at < rows) {
            throw new IllegalStateException("fewer values than rows");
        }
    }

    /** The values of a batch by their number. */
    static IntToDoubleFunction values(ColumnReader reader) {
        ColumnSchema column = reader.getColumnSchema();
        boolean unsigned = column.logicalType() instanceof LogicalType.IntType type && !type.isSigned();
        return switch (column.type()) {
            case BOOLEAN -> {
                boolean[] values = reader.getBooleans();
                yield i -> values[i] ? 1 : 0;
            }
            case INT32 -> {
                int[] values = reader.getInts();
                yield unsigned ? i -> Integer.toUnsignedLong(values[i]) : i -> values[i];
            }
            case INT64 -> {
                long[] values = reader.getLongs();
                yield unsigned ? i -> unsigned(values[i]) : i -> values[i];
            }
            case FLOAT -> {
                float[] values = reader.getFloats();
                yield i -> values[i];
            }
            case FIXED_LEN_BYTE_ARRAY -> {
                byte[] values = reader.getBinaryValues();
                int[] offsets = reader.getBinaryOffsets();
                yield i -> Float.float16ToFloat(
                        (short) ((values[offsets[i]] & 0xFF) | (values[offsets[i] + 1] << Byte.SIZE)));
            }
            default -> {
                double[] values = reader.getDoubles();
                yield i -> values[i];
            }
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
    }
}
