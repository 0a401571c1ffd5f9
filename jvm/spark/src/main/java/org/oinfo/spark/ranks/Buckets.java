package org.oinfo.spark.ranks;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The values of every column in classes that follow one another: those between two bounds, which are a bucket and ranked on one machine,
 * and those equal to a bound, of which their number says all.
 *
 * <pre>  class 0: x < b0   1: x = b0   2: b0 < x < b1   3: x = b1   4: b1 < x   </pre>
 *
 * <p>A value that much of a column shares is a bound: it is among the quantiles of any sample.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Buckets(double[][] bounds) implements Serializable {
    /**
     * Buckets that hold about as many values each.
     *
     * @param rows some of the rows, at least 1 [rows][N]
     * @param count how many buckets
     */
    public static Buckets of(double[][] rows, int count) {
        double[][] bounds = new double[rows[0].length][];
        for (int v = 0; v < bounds.length; v++) {
            double[] sorted = new double[rows.length];
            for (int r = 0; r < rows.length; r++) {
                sorted[r] = rows[r][v];
            }
            Arrays.sort(sorted);
            double[] quantiles = new double[count - 1];
            for (int i = 0; i < quantiles.length; i++) {
                quantiles[i] = sorted[(int) ((i + 1L) * sorted.length / count)];
            }
            bounds[v] = different(quantiles);
        }
        return new Buckets(bounds);
    }

    /** One bucket a column. */
    public static Buckets whole(int columns) {
        return new Buckets(new double[columns][0]);
    }

    private static double[] different(double[] ascending) {
        // 0.0 and -0.0 are the same value.
        int count = 0;
        for (double x : ascending) {
            if (count == 0 || ascending[count - 1] < x) {
                ascending[count++] = x;
            }
        }
        return Arrays.copyOf(ascending, count);
    }

    /** Number of columns. */
    public int columns() {
        return bounds.length;
    }

    /** Number of classes of a column, odd. */
    public int classes(int column) {
        return 2 * bounds[column].length + 1;
    }

    /** The class of a value; an even one is a bucket. */
    public int classOf(int column, double x) {
        double[] of = bounds[column];
        int low = 0;
        int high = of.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < of.length && of[low] == x ? 2 * low + 1 : 2 * low;
    }
}
