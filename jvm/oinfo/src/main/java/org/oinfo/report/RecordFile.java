package org.oinfo.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.npy.NpyWriter;

/**
 * Rows as an .npy of records: a field for each column, whole numbers as i8, numbers as f8 (NaN where there is none), truth values as
 * b1, texts as U, n-plets as i4, those that are shorter than others filled up with -1.
 */
final class RecordFile {
    private static final int BUFFER = 1 << 16;
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");

    /** A row for each place. */
    @FunctionalInterface
    interface Rows {
        @Nullable
        Object[] get(int row);
    }

    /** The kind of a column; what there is no value for is a number. */
    private enum Kind {
        NONE,
        TRUTH,
        COUNT,
        NUMBER,
        TEXT,
        NPLET,
        OTHER
    }

    private final List<String> names;
    private final Rows rows;
    private final int count;
    private final Kind[] kinds;
    /** Characters or members of the longest value. */
    private final int[] lengths;

    private RecordFile(List<String> names, Rows rows, int count) {
        this.names = names;
        this.rows = rows;
        this.count = count;
        this.kinds = new Kind[names.size()];
        this.lengths = new int[names.size()];
        Arrays.fill(kinds, Kind.NONE);
        for (int r = 0; r < count; r++) {
            @Nullable Object[] row = rows.get(r);
            for (int c = 0; c < kinds.length; c++) {
                look(c, row[c]);
            }
        }
    }

    /**
     * Writes them to a new file of a folder.
     *
     * @return the file; null where a column has values that no field holds
     */
    static @Nullable Path write(Path folder, List<String> names, Rows rows, int count) throws IOException {
        RecordFile records = new RecordFile(names, rows, count);
        if (Arrays.asList(records.kinds).contains(Kind.OTHER)) {
            return null;
        }
        Path file = Files.createTempFile(folder, "rows-", ".npy");
        boolean whole = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            records.write(out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    private void look(int column, @Nullable Object value) {
        kinds[column] = both(kinds[column], kind(value));
        int length = value instanceof String text
                ? text.codePointCount(0, text.length())
                : value instanceof int[] nplet ? nplet.length : 0;
        lengths[column] = Math.max(lengths[column], length);
    }

    private static Kind kind(@Nullable Object value) {
        return switch (value) {
            case null -> Kind.NUMBER;
            case Boolean truth -> Kind.TRUTH;
            case Integer number -> Kind.COUNT;
            case Long number -> Kind.COUNT;
            case Double number -> Kind.NUMBER;
            case String text -> Kind.TEXT;
            case int[] nplet -> Kind.NPLET;
            default -> Kind.OTHER;
        };
    }

    private static Kind both(Kind one, Kind other) {
        if (one == Kind.NONE || one == other) {
            return other;
        }
        Set<Kind> numbers = EnumSet.of(Kind.COUNT, Kind.NUMBER);
        return numbers.contains(one) && numbers.contains(other) ? Kind.NUMBER : Kind.OTHER;
    }

    private void write(OutputStream out) throws IOException {
        List<String> fields = new ArrayList<>();
        int bytes = 0;
        for (int c = 0; c < kinds.length; c++) {
            fields.add("('" + names.get(c) + "', " + type(c) + ")");
            bytes += bytes(c);
        }
        out.write(NpyWriter.recordHeader("[" + String.join(", ", fields) + "]", count));
        ByteBuffer record = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int r = 0; r < count; r++) {
            @Nullable Object[] row = rows.get(r);
            record.clear();
            for (int c = 0; c < kinds.length; c++) {
                put(c, row[c], record);
            }
            out.write(record.array());
        }
    }

    private String type(int column) {
        return switch (kinds[column]) {
            case TRUTH -> "'|b1'";
            case COUNT -> "'<i8'";
            case NPLET -> "'<i4', (" + lengths[column] + ",)";
            case TEXT -> "'<U" + Math.max(1, lengths[column]) + "'";
            default -> "'<f8'";
        };
    }

    private int bytes(int column) {
        return switch (kinds[column]) {
            case TRUTH -> 1;
            case NPLET -> Integer.BYTES * lengths[column];
            case TEXT -> Integer.BYTES * Math.max(1, lengths[column]);
            default -> Double.BYTES;
        };
    }

    private void put(int column, @Nullable Object value, ByteBuffer record) {
        int end = record.position() + bytes(column);
        switch (kinds[column]) {
            case TRUTH -> record.put((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
            case COUNT -> record.putLong(value instanceof Number number ? number.longValue() : 0);
            case TEXT -> {
                record.put(String.valueOf(value).getBytes(UTF_32));
                while (record.position() < end) {
                    record.put((byte) 0);
                }
            }
            case NPLET -> {
                for (int member : value instanceof int[] nplet ? nplet : new int[0]) {
                    record.putInt(member);
                }
                while (record.position() < end) {
                    record.putInt(-1);
                }
            }
            default -> {
                double number = value instanceof Number some ? some.doubleValue() : Double.NaN;
                record.putDouble(Double.isFinite(number) ? number : Double.NaN);
            }
        }
    }
}
