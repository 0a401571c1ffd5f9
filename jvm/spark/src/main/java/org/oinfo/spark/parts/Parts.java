package org.oinfo.spark.parts;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.data.ColumnChoice;
import org.oinfo.data.ColumnSelection;
import org.oinfo.data.Excerpt;

/**
 * Files with the same columns, whose rows count from 0 on through all of them, in the order of their paths.
 *
 * @param location as it was given
 * @param parts in the order of their paths
 * @param originals number of their columns
 * @param names of the columns [originals], or an empty list
 * @param columns those that are read, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Parts(String location, List<Part> parts, int originals, List<String> names, int[] columns)
        implements Serializable {
    /**
     * The files that a location names: one file, a folder of .npy or .parquet files, or a pattern with * ? [abc] {a,b}; in the order
     * of their paths, those without rows among them. Names that begin with '.' or '_' are passed over in folders.
     *
     * @throws BadInputException there are none, or the location cannot be read
     */
    public static List<String> paths(String location, Configuration conf) {
        TreeSet<String> paths = found(location, conf);
        if (paths.isEmpty()) {
            throw new BadInputException("the input must exist: there is no .npy or .parquet file at "
                    + Excerpt.oneLine(location) + "; check the location");
        }
        return List.copyOf(paths);
    }

    private static TreeSet<String> found(String location, Configuration conf) {
        try {
            Path path = new Path(location);
            FileSystem system = path.getFileSystem(conf);
            FileStatus @Nullable [] found = system.globStatus(path);
            TreeSet<String> paths = new TreeSet<>();
            for (FileStatus status : found == null ? new FileStatus[0] : found) {
                if (status.isFile()) {
                    paths.add(status.getPath().toString());
                } else {
                    paths.addAll(filesOf(system, status.getPath()));
                }
            }
            return paths;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException("the input must be a location that can be read: " + Excerpt.oneLine(location)
                    + " cannot (" + Excerpt.oneLine(String.valueOf(e.getMessage())) + "); check it");
        }
    }

    private static List<String> filesOf(FileSystem system, Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (FileStatus status : system.listStatus(folder)) {
            String name = status.getPath().getName();
            if (status.isFile() && Part.isName(name) && !name.startsWith(".") && !name.startsWith("_")) {
                files.add(status.getPath().toString());
            }
        }
        return files;
    }

    /**
     * Parts of which the heads are known.
     *
     * @param heads in the order of their paths, 1 at least
     * @throws BadInputException columns differ, or there are no rows or too many
     */
    public static Parts of(String location, List<PartHead> heads, ColumnChoice choice) {
        PartHead first = heads.getFirst();
        List<Part> parts = new ArrayList<>();
        long rows = 0;
        for (PartHead head : heads) {
            requireSame(first, head);
            parts.add(new Part(head.path(), rows, head.rows()));
            rows += head.rows();
        }
        if (rows == 0 || rows > Integer.MAX_VALUE) {
            throw new BadInputException("the parts must have 1 to 2147483647 rows: found " + rows + " in "
                    + heads.size() + (heads.size() == 1 ? " part of " : " parts of ") + location
                    + "; check what was meant to write them");
        }
        int[] chosen = choice.choose(first.names(), first.columns());
        int[] columns = ColumnSelection.checked(chosen, first.columns(), location);
        return new Parts(location, parts, first.columns(), first.names(), columns);
    }

    private static void requireSame(PartHead first, PartHead head) {
        if (head.columns() != first.columns()) {
            throw new BadInputException("parts must have the same columns: " + first.path() + " has "
                    + first.columns() + ", " + head.path() + " has " + head.columns()
                    + "; name parts that belong together");
        }
        if (!head.names().equals(first.names())) {
            int at = 0;
            while (at < Math.min(head.names().size(), first.names().size())
                    && head.names().get(at).equals(first.names().get(at))) {
                at++;
            }
            throw new BadInputException("parts must have the same columns: column " + at + " is " + name(first, at)
                    + " in " + first.path() + ", " + name(head, at) + " in " + head.path()
                    + "; name parts that belong together");
        }
    }

    private static String name(PartHead head, int column) {
        return column < head.names().size() ? Excerpt.of(head.names().get(column)) : "without a name";
    }

    /** Number of rows of all parts. */
    public int rows() {
        return (int) parts.getLast().end();
    }

    /** Number of variables. */
    public int variables() {
        return columns.length;
    }

    /** The part that holds a row. */
    Part at(long row) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (parts.get(middle).end() > row) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return parts.get(low);
    }
}
