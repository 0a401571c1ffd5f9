package org.oinfo.estimate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Workers;

/**
 * What the gaussian estimator must know of every column before it centres values: the sum of its differences to the first sample, its
 * smallest and its largest value. Sums are made sample by sample over runs of {@value #RUN} and added up by {@link TreeSums}: whoever
 * sums which runs, the bits are the same.
 */
public final class ColumnSums implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Samples summed by one thread: part of the arithmetic. */
    private static final int RUN = 512;

    /** Rows of a read. */
    private static final int ROWS = 32;

    private final TreeSums sums = new TreeSums();
    private final double[] min;
    private final double[] max;

    private ColumnSums(int variables) {
        min = filled(variables, Double.POSITIVE_INFINITY);
        max = filled(variables, Double.NEGATIVE_INFINITY);
    }

    private static double[] filled(int variables, double value) {
        double[] all = new double[variables];
        Arrays.fill(all, value);
        return all;
    }

    /**
     * Sums over some of all samples.
     *
     * @param firstRow number of the first of these among all samples, a multiple of {@link ShareRows#LEAF}
     * @param shift the first of all samples [N]
     */
    public static ColumnSums of(Samples samples, long firstRow, double[] shift, Workers workers) {
        ColumnSums all = new ColumnSums(samples.variables());
        int runs = (int) (((long) samples.samples() + RUN - 1) / RUN);
        workers.run(runs, () -> {
            double[] buffer = new double[ROWS * shift.length];
            return (IntConsumer) run -> all.add(firstRow / RUN + run, Run.of(samples, run * RUN, shift, buffer));
        });
        return all;
    }

    private synchronized void add(long number, Run run) {
        sums.add(number, run.sum);
        widen(run.min, run.max);
    }

    /** Adds the sums of other samples, which must not be used any more; returns this. */
    public ColumnSums merge(ColumnSums other) {
        sums.merge(other.sums);
        widen(other.min, other.max);
        return this;
    }

    private void widen(double[] otherMin, double[] otherMax) {
        for (int v = 0; v < min.length; v++) {
            min[v] = Math.min(min[v], otherMin[v]);
            max[v] = Math.max(max[v], otherMax[v]);
        }
    }

    /** Sums of the differences to the first sample [N], of all samples. */
    double[] sums() {
        return sums.total();
    }

    /** The smallest value of a variable. */
    double min(int variable) {
        return min[variable];
    }

    /** The largest value of a variable. */
    double max(int variable) {
        return max[variable];
    }

    /** The samples of one run. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Run(double[] sum, double[] min, double[] max) {
        static Run of(Samples samples, int from, double[] shift, double[] buffer) {
            int n = shift.length;
            Run run = new Run(new double[n], filled(n, Double.POSITIVE_INFINITY), filled(n, Double.NEGATIVE_INFINITY));
            int to = (int) Math.min(samples.samples(), (long) from + RUN);
            for (int row = from; row < to; row += ROWS) {
                int count = Math.min(ROWS, to - row);
                samples.read(row, count, 0, n, buffer);
                for (int r = 0; r < count; r++) {
                    run.add(buffer, r * n, shift);
                }
            }
            return run;
        }

        private void add(double[] values, int offset, double[] shift) {
            for (int v = 0; v < sum.length; v++) {
                double x = values[offset + v];
                sum[v] += x - shift[v];
                min[v] = Math.min(min[v], x);
                max[v] = Math.max(max[v], x);
            }
        }
    }
}
