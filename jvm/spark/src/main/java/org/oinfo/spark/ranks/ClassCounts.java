package org.oinfo.spark.ranks;

import java.io.Serializable;
import java.util.Arrays;
import org.oinfo.data.Samples;

/**
 * How many values of each column are in each class of its buckets.
 *
 * @param counts [N][classes]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ClassCounts(int[][] counts) implements Serializable {
    private static final int ROWS = 32;

    /** Counts of some samples. */
    public static ClassCounts of(Samples samples, Buckets buckets) {
        int n = buckets.columns();
        int[][] counts = new int[n][];
        Arrays.setAll(counts, v -> new int[buckets.classes(v)]);
        double[] values = new double[ROWS * n];
        for (int row = 0; row < samples.samples(); row += ROWS) {
            int rows = Math.min(ROWS, samples.samples() - row);
            samples.read(row, rows, 0, n, values);
            for (int i = 0; i < rows * n; i++) {
                counts[i % n][buckets.classOf(i % n, values[i])]++;
            }
        }
        return new ClassCounts(counts);
    }

    /** Counts where every column is one bucket. */
    public static ClassCounts whole(int columns, int samples) {
        int[][] counts = new int[columns][1];
        for (int[] count : counts) {
            count[0] = samples;
        }
        return new ClassCounts(counts);
    }

    /** Adds those of other samples; returns this. */
    public ClassCounts merge(ClassCounts other) {
        for (int v = 0; v < counts.length; v++) {
            for (int c = 0; c < counts[v].length; c++) {
                counts[v][c] += other.counts[v][c];
            }
        }
        return this;
    }

    /** How many values are in a class. */
    public int count(int column, int of) {
        return counts[column][of];
    }

    /** How many values are in the classes below. */
    public int below(int column, int of) {
        int below = 0;
        for (int c = 0; c < of; c++) {
            below += counts[column][c];
        }
        return below;
    }

    /** Twice the average rank of the values of a class that are all equal. */
    public int doubledRank(int column, int of) {
        return 2 * below(column, of) + counts[column][of] + 1;
    }
}
