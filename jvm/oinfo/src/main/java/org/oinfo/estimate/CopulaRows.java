package org.oinfo.estimate;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.oinfo.data.Samples;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.ExactSums;
import org.oinfo.parallel.Workers;

/**
 * Normal scores of the ranks, centred: z = Phi^-1(rank / (T + 1)) - mean.
 *
 * <p>Variables are ranked in batches and only their ranks stay, half the size of the data as doubles and outside the heap;
 * blocks of rows look their scores up in a table. Source: Ince et al. 2017 (doi 10.1002/hbm.23471).
 */
final class CopulaRows implements LiveRows {
    /** Bytes of values read at a time, by all threads together: what bounds the heap besides the N x N matrix. */
    private static final long BATCH_BYTES = 1L << 26;

    private static final int MOST_VARIABLES = 64;

    /** Rows of a read. */
    private static final int ROWS = 128;

    /** Variables a thread looks up at a time: a cache line of each row. */
    private static final int PANEL = 8;

    private final Samples samples;
    private final RankStore ranks;
    private final double[] scores;
    private final double[] mean;
    private final int[] tied;
    private final int[] live;
    private final int[] dead;

    /** Ranks every variable; doubled ranks are ints. */
    CopulaRows(Samples samples, EstimateOptions options, Workers workers) {
        int n = samples.variables();
        NormalScores.requireRankable(samples.samples(), samples.source());
        this.samples = samples;
        this.mean = new double[n];
        this.tied = new int[n];
        boolean[] constant = new boolean[n];
        this.scores = NormalScores.table(samples.samples(), workers);
        this.ranks = RankStore.allocate(n, samples.samples());
        try {
            int batch = batch(samples, workers.threads());
            workers.run((n + batch - 1) / batch, () -> new BatchRanks(batch, options, constant));
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
    public long tiedValues() {
        return IntStream.of(live).mapToLong(v -> tied[v]).sum();
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

    /** Ranks batches of variables; one per thread. */
    private final class BatchRanks implements IntConsumer {
        private final int batch;
        private final Ties ties;
        private final boolean[] constant;
        private final ColumnRanks columnRanks;
        /** Values of the batch, variable by variable [batch][T]. */
        private final double[][] values;

        private final double[] buffer;
        private final int[] doubled;

        BatchRanks(int batch, EstimateOptions options, boolean[] constant) {
            int t = samples.samples();
            this.batch = batch;
            this.ties = options.ties();
            this.constant = constant;
            this.columnRanks = new ColumnRanks(t, options.ties(), options.seed());
            this.values = new double[batch][t];
            this.buffer = new double[ROWS * batch];
            this.doubled = new int[t];
        }

        @Override
        public void accept(int task) {
            int first = task * batch;
            int count = Math.min(batch, samples.variables() - first);
            read(first, count);
            int[] columns = samples.columns();
            for (int v = first; v < first + count; v++) {
                columnRanks.rank(values[v - first], columns[v], doubled);
                constant[v] = columnRanks.constant();
                tied[v] = columnRanks.tied();
                mean[v] = meanScore();
                ranks.write(v, doubled);
            }
        }

        /** Of an exact sum: nobody's order enters. Without tied averages every rank occurs once, and the scores cancel. */
        private double meanScore() {
            if (ties != Ties.AVERAGE || columnRanks.tied() == 0) {
                return 0;
            }
            ExactSums sum = new ExactSums(1);
            columnRanks.forEachTie((rank, count) -> sum.addProduct(0, count, scores[rank]));
            return sum.value(0) / samples.samples();
        }

        private void read(int first, int count) {
            for (int row = 0; row < samples.samples(); row += ROWS) {
                int rows = Math.min(ROWS, samples.samples() - row);
                samples.read(row, rows, first, count, buffer);
                for (int v = 0; v < count; v++) {
                    for (int r = 0; r < rows; r++) {
                        values[v][row + r] = buffer[r * count + v];
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        ranks.close();
    }
}
