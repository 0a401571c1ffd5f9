package org.oinfo.estimate;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Doubled ranks of one variable at a time: 2, 4, .., 2T without ties, so that the mean of two ranks is a whole number too.
 *
 * <p>Equal values tie, 0.0 and -0.0 among them. The values are sorted (without their samples, which the JDK does with vector
 * instructions) and each finds its place by a binary search among the distinct ones.
 *
 * <p>An instance holds scratch memory, 16 T bytes or so, and belongs to one thread.
 */
final class ColumnRanks {
    private final int samples;
    private final Ties ties;
    private final long seed;

    /** Distinct values in ascending order [distinct]. */
    private final double[] sorted;
    /** start[g] = how many values are below distinct value g [distinct+1]; start[distinct] = T. */
    private final int[] start;
    /** For ties other than average: rank - 1 that the i-th value of the sorted order gets [T]; each group of ties permuted. */
    private final int[] slot;
    /** How many values of a group have had their rank [distinct]. */
    private final int[] taken;

    private int distinct;
    private int tied;

    ColumnRanks(int samples, Ties ties, long seed) {
        this.samples = samples;
        this.ties = ties;
        this.seed = seed;
        this.sorted = new double[samples];
        this.start = new int[samples + 1];
        this.slot = new int[ties == Ties.AVERAGE ? 0 : samples];
        this.taken = new int[ties == Ties.AVERAGE ? 0 : samples];
    }

    /**
     * Ranks values[0..T-1].
     *
     * @param column the variable's column in the original data: with the seed it decides the order of random ties
     * @param out doubled ranks [T]
     */
    void rank(double[] values, int column, int[] out) {
        for (int i = 0; i < samples; i++) {
            sorted[i] = values[i] + 0.0; // -0.0 becomes 0.0: Arrays.sort tells them apart
        }
        Arrays.sort(sorted, 0, samples);
        collectGroups();
        if (ties == Ties.AVERAGE) {
            for (int i = 0; i < samples; i++) {
                int g = group(values[i]);
                out[i] = start[g] + start[g + 1] + 1;
            }
            return;
        }
        orderTies(column);
        for (int i = 0; i < samples; i++) {
            int g = group(values[i]);
            out[i] = 2 * (slot[start[g] + taken[g]++] + 1);
        }
    }

    /** Whether all values of the last variable were the same. */
    boolean constant() {
        return distinct <= 1;
    }

    /** How many values of the last variable were shared with another sample. */
    int tied() {
        return tied;
    }

    private void collectGroups() {
        distinct = 0;
        tied = 0;
        for (int from = 0; from < samples; distinct++) {
            double value = sorted[from];
            int to = from + 1;
            while (to < samples && sorted[to] == value) {
                to++;
            }
            sorted[distinct] = value;
            start[distinct] = from;
            tied += to - from > 1 ? to - from : 0;
            from = to;
        }
        start[distinct] = samples;
    }

    /** Which distinct value this is: a binary search without unpredictable branches. */
    private int group(double value) {
        int base = 0;
        int length = distinct;
        while (length > 1) {
            int half = length >>> 1;
            base += sorted[base + half] <= value ? half : 0;
            length -= half;
        }
        return base;
    }

    private void orderTies(int column) {
        Arrays.fill(taken, 0, distinct, 0);
        Arrays.setAll(slot, i -> i);
        if (ties == Ties.ORDINAL || tied == 0) {
            return;
        }
        UniformRandomProvider random = generator(seed, column);
        for (int g = 0; g < distinct; g++) {
            for (int i = start[g + 1] - 1; i > start[g]; i--) {
                int other = start[g] + random.nextInt(i - start[g] + 1);
                int swap = slot[i];
                slot[i] = slot[other];
                slot[other] = swap;
            }
        }
    }

    private static UniformRandomProvider generator(long seed, int column) {
        // The state of the second generator is spread from the first one's output, so that neighbouring columns share
        // nothing.
        long mixed = RandomSource.SPLIT_MIX_64.create(seed).nextLong();
        return RandomSource.XO_SHI_RO_256_PP.create(
                RandomSource.SPLIT_MIX_64.create(mixed ^ column).nextLong());
    }
}
