package org.oinfo.estimate;

import java.io.Serializable;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.data.SteadyInput;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;

/**
 * Scores of all samples in memory, of which correlations are made: for each variable that varies its centred normal scores
 * (copula) or its centred values in units of their own (gaussian). Resampling, surrogates, models of classes and values of
 * single samples work on them.
 *
 * <p>Scores keep the order and the ties of the values, so a resample can be ranked anew from them. T N doubles. Immutable as
 * long as nobody writes to the columns; safe for use by several threads.
 */
public final class SampleScores implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int samples;
    private final double[][] columns;
    private final int[] live;
    private final int[] dead;
    private final long tied;

    private SampleScores(int samples, double[][] columns, int[] live, int[] dead, long tied) {
        this.samples = samples;
        this.columns = columns;
        this.live = live;
        this.dead = dead;
        this.tied = tied;
    }

    /**
     * Scores of all variables that vary; shrinkage has no part in it.
     *
     * @throws BadInputException fewer than two variables vary, the values of one span more than the largest double, or the
     *     estimator is discrete
     */
    public static SampleScores of(Samples samples, EstimateOptions options) {
        return of(samples, options, Monitor.NONE);
    }

    /**
     * The same, watched.
     *
     * @param monitor is told the steps that are done, as units of order 0 of an unknown number; may stop it
     * @throws CancellationException the monitor stopped it or this thread was interrupted: there is nothing to return
     */
    public static SampleScores of(Samples samples, EstimateOptions options, Monitor monitor) {
        return SteadyInput.during(samples, () -> {
            try (Workers workers = new Workers(options.threads(), new Watch(monitor));
                    LiveRows rows = LiveRows.of(samples, options, workers)) {
                CorrelationEstimator.requireTwo(samples, rows.live(), rows.dead());
                return read(rows, workers);
            }
        });
    }

    private static SampleScores read(LiveRows rows, Workers workers) {
        int[] live = rows.live();
        double[][] columns = new double[live.length][rows.samples()];
        double[][] block = CrossProducts.newBlock(live.length);
        for (int row = 0; row < rows.samples(); row += block.length) {
            int count = Math.min(block.length, rows.samples() - row);
            rows.fill(row, count, block, workers);
            for (int v = 0; v < columns.length; v++) {
                for (int r = 0; r < count; r++) {
                    columns[v][row + r] = block[r][v];
                }
            }
        }
        return new SampleScores(rows.samples(), columns, live, rows.dead(), rows.tiedValues());
    }

    /** Number of samples T. */
    public int samples() {
        return samples;
    }

    /** Number of variables N that vary. */
    public int variables() {
        return columns.length;
    }

    /** Scores [T] of a variable that varies, mean 0 up to rounding: its own array, read only. */
    public double[] column(int variable) {
        return columns[variable];
    }

    /** Scores [n][T] of some variables, in the order they are named: their own arrays, read only. */
    public double[][] columns(int... variables) {
        return Arrays.stream(variables).mapToObj(v -> columns[v]).toArray(double[][]::new);
    }

    /** Positions of the variables that vary among those of the samples, ascending. */
    public int[] live() {
        return live.clone();
    }

    /** Positions of the constant variables, ascending. */
    public int[] dead() {
        return dead.clone();
    }

    /** How many values share their value with another sample; 0 for the gaussian estimator. */
    public long tiedValues() {
        return tied;
    }

    /** R of all variables that vary: to the last bit that of {@link CorrelationEstimator#fromSamples} without shrinkage. */
    public CorrelationMatrix correlation(Workers workers) {
        return correlation(columns, workers);
    }

    /**
     * R of centred columns: r_ij = C_ij / sqrt(C_ii C_jj), C = sum over samples of z z^T. The same bits for any number of
     * threads.
     *
     * @param centred [n][T], each of mean 0 and not constant
     */
    public static CorrelationMatrix correlation(double[][] centred, Workers workers) {
        double[] r = CrossProducts.of(new ColumnRows(centred), workers);
        CorrelationEstimator.normalise(r, centred.length);
        return CorrelationMatrix.wrap(centred.length, r);
    }

    /** C [N*N] = sum over samples of z z^T of centred columns [n][T], j >= i only; the same bits for any number of threads. */
    public static double[] products(double[][] centred, Workers workers) {
        return CrossProducts.of(new ColumnRows(centred), workers);
    }

    /** Columns read by rows. */
    private record ColumnRows(double[][] columns) implements CentredRows {
        @Override
        public int samples() {
            return columns[0].length;
        }

        @Override
        public int variables() {
            return columns.length;
        }

        @Override
        public void fill(int row, int rows, double[][] z, Workers workers) {
            for (int v = 0; v < columns.length; v++) {
                double[] column = columns[v];
                for (int r = 0; r < rows; r++) {
                    z[r][v] = column[row + r];
                }
            }
        }
    }
}
