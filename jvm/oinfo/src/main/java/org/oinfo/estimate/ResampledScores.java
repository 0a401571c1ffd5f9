package org.oinfo.estimate;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/**
 * Correlations of samples of which each is taken a number of times, or not at all: bootstrap resamples, jackknife groups and
 * subsets.
 *
 * <p>The copula ranks what was taken anew, without sorting: a walk over the samples in the order of a variable counts how many
 * samples lie below, and the score of a sample is looked up by twice its rank among the M that were taken, z = Phi^-1(rank /
 * (M+1)). A sample that is taken m times ties with itself, as do equal values: all get the average of their ranks. So every
 * bootstrap resample has ties, whatever the data. The gaussian estimator takes the values. Both are centred over the resample.
 *
 * <pre>  C = sum over the different samples of (sqrt(m) z) (sqrt(m) z)^T,   r_ij = C_ij / sqrt(C_ii C_jj)</pre>
 *
 * <p>A bootstrap resample holds about 63 % of the samples, so this costs 63 % of a sum over its M rows. It differs from that
 * sum by rounding alone, about 1e-15 in a correlation; variables that are equal still have a correlation of exactly 1.
 *
 * <p>4 T bytes a variable besides the scores. Immutable and safe for use by several threads, each with a {@link Draw}.
 */
public final class ResampledScores {
    /** Set in an entry of {@link #order} whose value the next entry shares. */
    private static final int TIED = Integer.MIN_VALUE;

    private final int samples;
    private final double[][] columns;
    /** Samples in ascending order of each variable [n][T], with {@link #TIED}; empty for the gaussian estimator. */
    private final int[][] order;
    /** Tables of normal scores by the number M of samples taken [2M+2]; entries 0, 1 and the last are no scores. */
    private final Map<Integer, double[]> tables = new ConcurrentHashMap<>();

    private ResampledScores(int samples, double[][] columns, int[][] order) {
        this.samples = samples;
        this.columns = columns;
        this.order = order;
    }

    /**
     * Makes ready to resample some variables.
     *
     * @param scores scores of the whole data, by the same estimator, with average ties
     * @param variables their positions in {@code scores}, in the order their correlations are wanted; at least 2
     */
    public static ResampledScores of(SampleScores scores, Estimator estimator, int[] variables, Workers workers) {
        return of(scores.columns(variables), estimator, workers);
    }

    /** The same of scores [n][T], by the estimator or any other that keeps the order and the ties of the values. */
    public static ResampledScores of(double[][] columns, Estimator estimator, Workers workers) {
        int samples = columns[0].length;
        int[][] order = new int[estimator == Estimator.COPULA ? columns.length : 0][];
        workers.run(order.length, () -> {
            ColumnRanks ranks = new ColumnRanks(samples, Ties.ORDINAL, 0);
            int[] doubled = new int[samples];
            return v -> {
                ranks.rank(columns[v], v, doubled);
                order[v] = ascending(columns[v], doubled);
            };
        });
        return new ResampledScores(samples, columns, order);
    }

    /** Samples in the order of their ordinal ranks, those that the next one ties with marked. */
    private static int[] ascending(double[] column, int[] doubled) {
        int[] order = new int[column.length];
        for (int t = 0; t < order.length; t++) {
            order[doubled[t] / 2 - 1] = t;
        }
        for (int i = 0; i + 1 < order.length; i++) {
            if (column[order[i]] == column[order[i + 1]]) {
                order[i] |= TIED;
            }
        }
        return order;
    }

    /** Number of samples T to take from. */
    public int samples() {
        return samples;
    }

    /** Number of variables n. */
    public int variables() {
        return columns.length;
    }

    /** A place for one thread to draw with. */
    public Draw newDraw() {
        return new Draw();
    }

    private double[] table(int taken) {
        return tables.computeIfAbsent(taken, m -> Arrays.copyOf(NormalScores.table(m, Workers.inline()), 2 * m + 2));
    }

    /** Scratch memory of one thread: 8 T n bytes. */
    public final class Draw {
        private final Workers inline = Workers.inline();
        /** Scores of the samples taken [n][taken + 1], not centred; the last place is for samples that are not taken. */
        private final double[][] z = new double[columns.length][samples + 1];

        private final double[] mean = new double[columns.length];
        private final boolean[] constant = new boolean[columns.length];
        /** Place of each sample among those taken, ascending; those not taken share the last place [T]. */
        private final int[] place = new int[samples];

        private final int[] taken = new int[samples];
        /** Square root of how many times each sample in {@link #taken} is taken. */
        private final double[] root = new double[samples];

        private int different;
        private int total;

        private Draw() {}

        /**
         * R of a resample. A variable that is {@link #constant} there has a correlation of 0 with all others, which means
         * nothing.
         *
         * @param times how many times each sample is taken [T], together at least 2
         */
        public CorrelationMatrix correlation(int[] times) {
            list(times);
            for (int v = 0; v < columns.length; v++) {
                double sum = order.length == 0 ? takeValues(v, times) : rank(v, times, table(total));
                mean[v] = sum / total;
            }
            double[] r = CrossProducts.of(new Rows(), inline);
            for (int v = 0; v < columns.length; v++) {
                if (constant[v]) {
                    separate(r, v);
                }
            }
            CorrelationEstimator.normalise(r, columns.length);
            return CorrelationMatrix.wrap(columns.length, r);
        }

        /** Whether all samples taken last time have the same value of a variable. */
        public boolean constant(int variable) {
            return constant[variable];
        }

        private void list(int[] times) {
            different = 0;
            total = 0;
            for (int t = 0; t < samples; t++) {
                if (times[t] > 0) {
                    total += times[t];
                    root[different] = Math.sqrt(times[t]);
                    taken[different] = t;
                    place[t] = different++;
                }
            }
            for (int t = 0; t < samples; t++) {
                if (times[t] == 0) {
                    place[t] = different;
                }
            }
        }

        /**
         * Looks up the scores of a variable; returns their sum over the resample.
         *
         * <p>No branch on whether a sample is taken, which nothing predicts: one that is not looks up a score too, and leaves
         * it in the last place, which is never read.
         */
        private double rank(int v, int[] times, double[] table) {
            int[] ascending = order[v];
            double[] out = z[v];
            double sum = 0;
            int below = 0;
            int most = 0;
            for (int i = 0; i < ascending.length; i++) {
                int t = ascending[i];
                if (t < 0) {
                    int end = endOfTie(ascending, i);
                    int count = count(ascending, i, end, times);
                    double score = table[2 * below + count + 1];
                    spread(score, ascending, i, end, out);
                    sum += count * score;
                    below += count;
                    most = Math.max(most, count);
                    i = end - 1;
                } else {
                    // Ranks below + 1 .. below + count: twice their mean.
                    int count = times[t];
                    double score = table[2 * below + count + 1];
                    out[place[t]] = score;
                    sum += count * score;
                    below += count;
                    most = Math.max(most, count);
                }
            }
            constant[v] = most == total;
            return sum;
        }

        /** One past the last sample that shares the value of the one at {@code from}. */
        private static int endOfTie(int[] ascending, int from) {
            int i = from;
            while (ascending[i] < 0) {
                i++;
            }
            return i + 1;
        }

        private static int count(int[] ascending, int from, int to, int[] times) {
            int count = 0;
            for (int i = from; i < to; i++) {
                count += times[ascending[i] & ~TIED];
            }
            return count;
        }

        private void spread(double score, int[] ascending, int from, int to, double[] out) {
            for (int i = from; i < to; i++) {
                out[place[ascending[i] & ~TIED]] = score;
            }
        }

        /** Takes the values of a variable; returns their sum over the resample. */
        private double takeValues(int v, int[] times) {
            double[] column = columns[v];
            double[] out = z[v];
            double sum = 0;
            boolean same = true;
            for (int s = 0; s < different; s++) {
                double x = column[taken[s]];
                out[s] = x;
                sum += times[taken[s]] * x;
                same &= x == out[0];
            }
            constant[v] = same;
            return sum;
        }

        /** Makes a variable uncorrelated with all others, in the upper triangle of C. */
        private void separate(double[] c, int v) {
            int n = columns.length;
            for (int i = 0; i < v; i++) {
                c[i * n + v] = 0;
            }
            Arrays.fill(c, v * n, (v + 1) * n, 0);
            c[v * n + v] = 1;
        }

        /** The samples taken, centred, times the square root of how often. */
        private final class Rows implements CentredRows {
            @Override
            public int samples() {
                return different;
            }

            @Override
            public int variables() {
                return columns.length;
            }

            @Override
            public void fill(int row, int rows, double[][] out, Workers workers) {
                for (int v = 0; v < columns.length; v++) {
                    fillColumn(v, row, rows, out);
                }
            }

            private void fillColumn(int v, int row, int rows, double[][] out) {
                double[] from = z[v];
                double m = mean[v];
                for (int r = 0; r < rows; r++) {
                    out[r][v] = (from[row + r] - m) * root[row + r];
                }
            }
        }
    }
}
