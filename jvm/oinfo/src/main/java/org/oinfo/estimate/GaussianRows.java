package org.oinfo.estimate;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.Variables;
import org.oinfo.parallel.Workers;

/**
 * The values themselves, centred and scaled by a power of two that brings each variable's range to about 1, so that no square
 * leaves the range of doubles.
 *
 * <p>Two passes: the means first, of differences to the first sample (exact or nearly so where the spread is small beside the
 * values: 1e9 plus noise keeps all of the noise), then the centred samples as they are asked for.
 */
final class GaussianRows implements LiveRows {
    /** Parts of the samples whose sums are taken by one thread each: part of the arithmetic, so fixed. */
    private static final int SEGMENTS = 64;

    /** Rows of a read. */
    private static final int ROWS = 32;

    private final Samples samples;
    private final int n;
    /** First sample [N], row 0 of the data. */
    private final double[] shift;
    /** Mean of the differences to the first sample [N]. */
    private final double[] mean;
    /** Power of two [N]. */
    private final double[] scale;

    private final int[] live;
    private final int[] dead;

    /** Finds means and constant variables: the first pass. */
    GaussianRows(Samples samples, Workers workers) {
        this.samples = samples;
        this.n = samples.variables();
        this.shift = new double[n];
        this.mean = new double[n];
        this.scale = new double[n];
        if (samples.samples() > 0) {
            samples.read(0, 1, 0, n, shift);
        }
        Segment all = sumSegments(workers);
        this.live = IntStream.range(0, n).filter(v -> all.min[v] < all.max[v]).toArray();
        this.dead =
                IntStream.range(0, n).filter(v -> !(all.min[v] < all.max[v])).toArray();
        for (int v : live) {
            mean[v] = all.sum[v] / samples.samples();
            double range = all.max[v] - all.min[v];
            if (!Double.isFinite(range) || !Double.isFinite(mean[v])) {
                throw new BadInputException("the values of a variable must span less than the largest double: "
                        + Variables.described(samples, v) + " spans " + all.min[v] + " to " + all.max[v] + " in "
                        + samples.source() + "; rescale it");
            }
            scale[v] = Math.scalb(1.0, -Math.getExponent(range));
        }
    }

    @Override
    public Samples source() {
        return samples;
    }

    @Override
    public int[] live() {
        return live;
    }

    @Override
    public int[] dead() {
        return dead;
    }

    @Override
    public void fill(int row, int rows, double[][] z, Workers workers) {
        workers.run((rows + ROWS - 1) / ROWS, () -> {
            double[] buffer = new double[ROWS * n];
            return task -> {
                int first = task * ROWS;
                int count = Math.min(ROWS, rows - first);
                samples.read(row + first, count, 0, n, buffer);
                for (int r = 0; r < count; r++) {
                    centre(buffer, r * n, z[first + r]);
                }
            };
        });
    }

    private void centre(double[] buffer, int offset, double[] out) {
        for (int i = 0; i < live.length; i++) {
            int v = live[i];
            out[i] = (buffer[offset + v] - shift[v] - mean[v]) * scale[v];
        }
    }

    private Segment sumSegments(Workers workers) {
        int t = samples.samples();
        int segments = Math.min(SEGMENTS, Math.max(1, t / ROWS));
        Segment[] parts = new Segment[segments];
        workers.run(segments, () -> {
            double[] buffer = new double[ROWS * n];
            return (IntConsumer) task -> {
                int from = (int) ((long) t * task / segments);
                int to = (int) ((long) t * (task + 1) / segments);
                parts[task] = new Segment(n);
                for (int row = from; row < to; row += ROWS) {
                    int count = Math.min(ROWS, to - row);
                    samples.read(row, count, 0, n, buffer);
                    for (int r = 0; r < count; r++) {
                        parts[task].add(buffer, r * n, shift);
                    }
                }
            };
        });
        for (int i = 1; i < segments; i++) {
            parts[0].merge(parts[i]);
        }
        return parts[0];
    }

    /** Sums of differences to the first sample, smallest and largest value, of each variable. */
    private static final class Segment {
        final double[] sum;
        final double[] min;
        final double[] max;

        Segment(int n) {
            sum = new double[n];
            min = new double[n];
            max = new double[n];
            Arrays.fill(min, Double.POSITIVE_INFINITY);
            Arrays.fill(max, Double.NEGATIVE_INFINITY);
        }

        void add(double[] values, int offset, double[] shift) {
            for (int v = 0; v < sum.length; v++) {
                double x = values[offset + v];
                sum[v] += x - shift[v];
                min[v] = Math.min(min[v], x);
                max[v] = Math.max(max[v], x);
            }
        }

        void merge(Segment other) {
            for (int v = 0; v < sum.length; v++) {
                sum[v] += other.sum[v];
                min[v] = Math.min(min[v], other.min[v]);
                max[v] = Math.max(max[v], other.max[v]);
            }
        }
    }
}
