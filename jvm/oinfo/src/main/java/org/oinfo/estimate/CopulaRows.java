package org.oinfo.estimate;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.oinfo.data.Samples;

/**
 * Normal scores of the ranks, centred: z = Phi^-1(rank / (T + 1)) - mean.
 *
 * <p>Variables are ranked in batches and only their ranks stay, half the size of the data as doubles and outside the heap;
 * blocks of rows look their scores up in a table. Source: Ince et al. 2017 (doi 10.1002/hbm.23471).
 */
final class CopulaRows implements CentredRows, AutoCloseable {
    /** Bytes of values read at a time, by all threads together: what bounds the heap besides the N x N matrix. */
    private static final long BATCH_BYTES = 1L << 26;

    private static final int MOST_VARIABLES = 64;

    /** Variables a thread looks up at a time: a cache line of each row. */
    private static final int PANEL = 8;

    private final Samples samples;
    private final RankStore ranks;
    private final double[] scores;
    private final double[] mean;
    private final int[] tied;
    private final int[] live;
    private final int[] dead;

    /** Ranks every variable. */
    CopulaRows(Samples samples, EstimateOptions options, Workers workers) {
        int n = samples.variables();
        this.samples = samples;
        this.mean = new double[n];
        this.tied = new int[n];
        this.scores = NormalScores.table(samples.samples(), workers);
        this.ranks = RankStore.allocate(n, samples.samples());
        boolean[] constant = new boolean[n];
        try {
            int batch = batch(samples, workers.threads());
            workers.run((n + batch - 1) / batch, () -> new Batch(batch, options, constant));
        } catch (RuntimeException | Error e) {
            ranks.close();
            throw e;
        }
        this.live = IntStream.range(0, n).filter(v -> !constant[v]).toArray();
        this.dead = IntStream.range(0, n).filter(v -> constant[v]).toArray();
    }

    private static int batch(Samples samples, int threads) {
        long column = (long) Double.BYTES * Math.max(1, samples.samples()) * threads;
        return Math.clamp(BATCH_BYTES / column, 1, Math.min(MOST_VARIABLES, samples.variables()));
    }

    /** Positions of the variables that vary, ascending. */
    int[] live() {
        return live;
    }

    /** Positions of the constant variables, ascending. */
    int[] dead() {
        return dead;
    }

    /** How many values of live variables share their value with another sample. */
    long tiedValues() {
        return IntStream.of(live).mapToLong(v -> tied[v]).sum();
    }

    @Override
    public int samples() {
        return samples.samples();
    }

    @Override
    public int variables() {
        return live.length;
    }

    @Override
    public void fill(int row, int rows, double[][] z, Workers workers) {
        workers.run((live.length + PANEL - 1) / PANEL, () -> {
            int[] doubled = new int[rows];
            return panel -> {
                for (int i = panel * PANEL; i < Math.min(live.length, (panel + 1) * PANEL); i++) {
                    ranks.read(live[i], row, rows, doubled);
                    double m = mean[live[i]];
                    for (int r = 0; r < rows; r++) {
                        z[r][i] = scores[doubled[r]] - m;
                    }
                }
            };
        });
    }

    /** Ranks a batch of variables; one per thread. */
    private final class Batch implements IntConsumer {
        private final int batch;
        private final boolean[] constant;
        private final ColumnRanks columnRanks;
        private final double[] values;
        private final double[] column;
        private final int[] doubled;

        Batch(int batch, EstimateOptions options, boolean[] constant) {
            int t = samples.samples();
            this.batch = batch;
            this.constant = constant;
            this.columnRanks = new ColumnRanks(t, options.ties(), options.seed());
            this.values = new double[Math.multiplyExact(batch, t)];
            this.column = new double[t];
            this.doubled = new int[t];
        }

        @Override
        public void accept(int task) {
            int first = task * batch;
            int count = Math.min(batch, samples.variables() - first);
            samples.read(0, column.length, first, count, values);
            int[] columns = samples.columns();
            for (int v = 0; v < count; v++) {
                for (int t = 0; t < column.length; t++) {
                    column[t] = values[t * count + v];
                }
                rank(first + v, columns[first + v]);
            }
        }

        private void rank(int variable, int dataColumn) {
            columnRanks.rank(column, dataColumn, doubled);
            constant[variable] = columnRanks.constant();
            tied[variable] = columnRanks.tied();
            double sum = 0;
            for (int d : doubled) {
                sum += scores[d];
            }
            mean[variable] = sum / doubled.length;
            ranks.write(variable, doubled);
        }
    }

    @Override
    public void close() {
        ranks.close();
    }
}
