package org.oinfo.spark.parts;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import org.apache.hadoop.conf.Configuration;
import org.oinfo.data.InputFile;
import org.oinfo.data.Samples;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.npy.NpyHeader;
import org.oinfo.data.options.MissingPolicy;
import org.oinfo.data.options.ReadOptions;
import org.oinfo.data.parquet.ParquetTable;

/** The rows of one part that is open. */
interface PartRows extends AutoCloseable {
    /**
     * Reads rows of the part.
     *
     * @param out [rows * columns], row-major, from an index on
     */
    void read(long row, int rows, double[] out, int at) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Opens a part.
     *
     * @param columns that are read, ascending
     * @throws org.oinfo.data.BadInputException it is damaged, or a column holds no numbers
     */
    static PartRows open(Part part, int[] columns, Configuration conf) throws IOException {
        HadoopFile file = HadoopFile.open(part.path(), conf);
        boolean sound = false;
        try {
            PartRows rows = part.isParquet()
                    ? new OfParquet(parquet(file.stream(), part.path(), columns))
                    : new OfNpy(file, PartHead.npy(file, part.path()), columns);
            sound = true;
            return rows;
        } finally {
            if (!sound || part.isParquet()) {
                file.close();
            }
        }
    }

    /** Copies the file to this machine and decodes it: pages are checked there before the library reads them. */
    private static Samples parquet(InputStream stream, String path, int[] columns) {
        InputFile copy = InputFile.copyOf(stream, path);
        MappedFile mapped = MappedFile.open(copy);
        boolean sound = false;
        try {
            Samples samples = ParquetTable.open(
                    mapped, ReadOptions.defaults(), MissingPolicy.PARTS, (names, variables) -> columns);
            sound = true;
            return samples;
        } finally {
            if (!sound) {
                mapped.close();
            }
        }
    }

    /** Rows of a table in memory. */
    record OfParquet(Samples samples) implements PartRows {
        @Override
        public void read(long row, int rows, double[] out, int at) {
            double[] values = at == 0 ? out : new double[rows * samples.variables()];
            samples.read((int) row, rows, 0, samples.variables(), values);
            if (at != 0) {
                System.arraycopy(values, 0, out, at, values.length);
            }
        }

        @Override
        public void close() {
            samples.close();
        }
    }

    /** Rows of an array where it lies. */
    record OfNpy(HadoopFile file, NpyHeader header, int[] columns) implements PartRows {
        @Override
        public void read(long row, int rows, double[] out, int at) throws IOException {
            if (header.fortranOrder()) {
                readColumns(row, rows, out, at);
            } else {
                readRows(row, rows, out, at);
            }
        }

        private void readRows(long row, int rows, double[] out, int at) throws IOException {
            int width = header.columns();
            boolean whole = columns.length == width;
            double[] all = whole ? out : new double[rows * width];
            decode(row * width, rows * width, all, whole ? at : 0);
            if (!whole) {
                for (int r = 0, to = at; r < rows; r++) {
                    for (int column : columns) {
                        out[to++] = all[r * width + column];
                    }
                }
            }
        }

        private void readColumns(long row, int rows, double[] out, int at) throws IOException {
            double[] one = new double[rows];
            for (int c = 0; c < columns.length; c++) {
                decode(columns[c] * header.shape().getFirst() + row, rows, one, 0);
                for (int r = 0; r < rows; r++) {
                    out[at + r * columns.length + c] = one[r];
                }
            }
        }

        private void decode(long element, int count, double[] out, int at) throws IOException {
            int size = header.type().bytes();
            byte[] bytes = file.read(header.bytes() + element * size, count * size);
            header.type().decode(MemorySegment.ofArray(bytes), 0, header.order(), out, at, count);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
