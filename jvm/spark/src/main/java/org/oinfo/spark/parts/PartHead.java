package org.oinfo.spark.parts;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.oinfo.data.BadInputException;
import org.oinfo.data.npy.NpyHeader;
import org.oinfo.data.parquet.ParquetShape;

/**
 * What the description in a part says of it.
 *
 * @param rows number of samples, 0 or more
 * @param columns number of variables
 * @param names of the variables, or an empty list
 */
public record PartHead(String path, long rows, int columns, List<String> names) implements Serializable {
    /**
     * Reads it.
     *
     * @throws BadInputException the part is of another format, or damaged
     * @throws UncheckedIOException it cannot be read
     */
    public static PartHead read(String path, Configuration conf) {
        if (!Part.isName(path)) {
            throw new BadInputException(
                    "parts must be .npy or .parquet: found " + path + "; name others, as in 'FOLDER/*.npy'");
        }
        try (HadoopFile file = HadoopFile.open(path, conf)) {
            if (new Part(path, 0, 0).isParquet()) {
                ParquetShape shape = ParquetShape.of(file::read, file.length(), path);
                return new PartHead(path, shape.rows(), shape.names().size(), new ArrayList<>(shape.names()));
            }
            NpyHeader header = npy(file, path);
            return new PartHead(path, header.shape().getFirst(), columns(header, path), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static int columns(NpyHeader header, String path) {
        long columns = header.shape().getLast();
        if (columns > Integer.MAX_VALUE) {
            throw new BadInputException("a part must have fewer than 2^31 columns: found " + columns + " in " + path
                    + "; take some of them");
        }
        return (int) columns;
    }

    static NpyHeader npy(HadoopFile file, String path) throws IOException {
        int most = (int) Math.min(file.length(), NpyHeader.MOST_BYTES);
        byte[] head = file.read(0, most);
        return NpyHeader.ofTable(MemorySegment.ofArray(head), file.length(), path);
    }
}
