package org.oinfo.estimate;

import java.io.Serializable;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Workers;

/**
 * Phi^-1(rank / (T + 1)) of every rank and half rank from 1 to T, and 0 in the middle exactly: score(2 (T+1) - d) = -score(d), so
 * that the scores of all ranks cancel.
 *
 * <p>An instance is for machines that rank a share of the samples: up to some million samples it keeps a table, made when it is first
 * needed, beyond that it computes. Thread-safe.
 */
public final class NormalScores implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** The largest table takes 64 MB. */
    private static final int MOST_IN_TABLE = 1 << 22;

    private final int samples;
    private transient volatile double @Nullable [] table;

    private NormalScores(int samples) {
        this.samples = samples;
    }

    /**
     * Scores of so many samples.
     *
     * @param source names them in messages
     * @throws BadInputException there are 2^30 samples or more
     */
    public static NormalScores of(int samples, String source) {
        requireRankable(samples, source);
        return new NormalScores(samples);
    }

    /** Refuses so many samples that doubled ranks would not be ints. */
    static void requireRankable(int samples, String source) {
        if (samples >= 1 << 30) {
            throw new BadInputException("the copula ranks fewer than 2^30 samples: found " + samples + " in " + source
                    + "; use the gaussian estimator or fewer samples");
        }
    }

    /** Number of samples T. */
    public int samples() {
        return samples;
    }

    /**
     * The score of a rank.
     *
     * @param doubledRank twice the rank, 2 to 2T
     */
    public double of(int doubledRank) {
        if (samples > MOST_IN_TABLE) {
            return score(doubledRank, samples);
        }
        double[] scores = table;
        return scores != null ? scores[doubledRank] : made()[doubledRank];
    }

    private synchronized double[] made() {
        double[] scores = table;
        if (scores == null) {
            scores = table(samples, Workers.inline());
            table = scores;
        }
        return scores;
    }

    private static double score(int doubledRank, int samples) {
        int middle = samples + 1;
        return doubledRank < middle
                ? NORMAL.inverseCumulativeProbability(doubledRank / (2.0 * middle))
                : doubledRank == middle ? 0 : -score(2 * middle - doubledRank, samples);
    }

    /**
     * Table [2T+1]: entry d is the score of rank d/2 for {@code 2 <= d <= 2T}; entries 0 and 1 are not used.
     *
     * @param samples T
     */
    static double[] table(int samples, Workers workers) {
        int middle = samples + 1;
        double[] table = new double[2 * samples + 1];
        int tasks = Math.min(samples, 256);
        workers.run(tasks, () -> task -> {
            int from = (int) ((long) samples * task / tasks);
            int to = (int) ((long) samples * (task + 1) / tasks);
            for (int d = Math.max(2, from + 1); d <= to; d++) {
                double z = score(d, samples);
                table[d] = z;
                table[2 * middle - d] = -z;
            }
        });
        return table;
    }
}
