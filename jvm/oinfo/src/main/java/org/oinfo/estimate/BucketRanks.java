package org.oinfo.estimate;

import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.ExactSums;

/**
 * Ranks of some values of a column among all of them, with average ties: of all values within bounds, none of which another machine
 * has.
 *
 * @param doubled twice the rank of each value
 * @param ties what they say
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BucketRanks(int[] doubled, TieSums ties) {
    /**
     * Ranks values.
     *
     * @param below how many values of the column are smaller than all of these
     */
    public static BucketRanks of(double[] values, int below, NormalScores scores) {
        ColumnRanks ranks = new ColumnRanks(values.length, Ties.AVERAGE, 0);
        int[] doubled = new int[values.length];
        ranks.rank(values, 0, doubled);
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] += 2 * below;
        }
        ExactSums sum = new ExactSums(1);
        int[] most = new int[1];
        ranks.forEachTie((rank, count) -> {
            sum.addProduct(0, count, scores.of(rank + 2 * below));
            most[0] = Math.max(most[0], count);
        });
        return new BucketRanks(doubled, TieSums.of(sum, ranks.tied(), most[0]));
    }
}
