package org.oinfo.spark.parts;

import java.io.Serializable;

/**
 * A file of samples.
 *
 * @param path as Hadoop knows it
 * @param firstRow number of its first row among the rows of all parts
 * @param rows number of its rows, 0 or more
 */
record Part(String path, long firstRow, long rows) implements Serializable {
    private static final String PARQUET = ".parquet";

    boolean isParquet() {
        return path.endsWith(PARQUET);
    }

    /** Whether the name of a file is that of a part. */
    static boolean isName(String name) {
        return name.endsWith(".npy") || name.endsWith(PARQUET);
    }

    /** One past its last row. */
    long end() {
        return firstRow + rows;
    }
}
