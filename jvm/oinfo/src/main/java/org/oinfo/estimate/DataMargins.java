package org.oinfo.estimate;

import java.util.Arrays;
import org.oinfo.estimate.options.Ties;

/**
 * The margins of the data: gives T values of another origin the scores of a variable, the j-th smallest value the j-th smallest
 * score. What results has the values and the ties of the data, and for average ties it is what the estimator would make of
 * samples with them: no score is computed anew.
 *
 * <p>8 T bytes a variable. Immutable and safe for use by several threads, each with a {@link Ranks}.
 */
public final class DataMargins {
    /** Scores in ascending order [N][T]. */
    private final double[][] ascending;

    private DataMargins(double[][] ascending) {
        this.ascending = ascending;
    }

    /** The margins of all variables that vary. */
    public static DataMargins of(SampleScores scores) {
        double[][] ascending = new double[scores.variables()][];
        for (int v = 0; v < ascending.length; v++) {
            ascending[v] = scores.column(v).clone();
            Arrays.sort(ascending[v]);
        }
        return new DataMargins(ascending);
    }

    /** Scores [T] of a variable in ascending order: their own array, read only. */
    public double[] ascending(int variable) {
        return ascending[variable];
    }

    /** Number of samples T. */
    public int samples() {
        return ascending[0].length;
    }

    /** A place for one thread to rank in. */
    public Ranks newRanks() {
        return new Ranks();
    }

    /** Scratch memory of one thread: 28 T bytes. */
    public final class Ranks {
        private final ColumnRanks ranks = new ColumnRanks(samples(), Ties.ORDINAL, 0);
        private final int[] doubled = new int[samples()];

        private Ranks() {}

        /**
         * Writes the scores of a variable in the order of other values; equal values are taken in the order of their samples.
         *
         * @param values [T]
         * @param out [T], may be the same array
         */
        public void impose(int variable, double[] values, double[] out) {
            ranks.rank(values, variable, doubled);
            double[] scores = ascending[variable];
            for (int t = 0; t < doubled.length; t++) {
                out[t] = scores[doubled[t] / 2 - 1];
            }
        }
    }
}
