package org.oinfo.estimate;

import org.oinfo.data.Samples;
import org.oinfo.data.Variables;
import org.oinfo.parallel.Workers;

/**
 * The values themselves, centred and scaled by a power of two.
 *
 * <p>Two passes: the means first, of differences to the first sample (exact or nearly so where the spread is small beside the
 * values: 1e9 plus noise keeps all of the noise), then the centred samples as they are asked for.
 */
final class GaussianRows implements LiveRows {
    /** Rows of a read. */
    private static final int ROWS = 32;

    private final Samples samples;
    private final Centring centring;

    /** Finds means and constant variables: the first pass. */
    GaussianRows(Samples samples, Workers workers) {
        this(samples, centring(samples, workers));
    }

    /** Some or all of the samples whose centring is known. */
    GaussianRows(Samples samples, Centring centring) {
        this.samples = samples;
        this.centring = centring;
    }

    private static Centring centring(Samples samples, Workers workers) {
        double[] shift = new double[samples.variables()];
        if (samples.samples() > 0) {
            samples.read(0, 1, 0, shift.length, shift);
        }
        ColumnSums sums = ColumnSums.of(samples, 0, shift, workers);
        return Centring.of(sums, shift, samples.samples(), v -> Variables.described(samples, v), samples.source());
    }

    @Override
    public Samples source() {
        return samples;
    }

    @Override
    public int[] live() {
        return centring.live();
    }

    @Override
    public int[] dead() {
        return centring.dead();
    }

    @Override
    public void fill(int row, int rows, double[][] z, Workers workers) {
        int n = samples.variables();
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
        int[] live = centring.live();
        double[] shift = centring.shift();
        double[] mean = centring.mean();
        double[] scale = centring.scale();
        for (int i = 0; i < live.length; i++) {
            int v = live[i];
            out[i] = (buffer[offset + v] - shift[v] - mean[v]) * scale[v];
        }
    }
}
