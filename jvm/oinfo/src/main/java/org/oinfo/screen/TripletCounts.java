package org.oinfo.screen;

import java.util.Arrays;

/**
 * Numbers of samples with 1 in one, two or three columns of bits: the hot loops of the screen. A triplet costs one AND and one count
 * of bits for each 64 samples, because the AND of its first two columns is made once for all third ones.
 *
 * <p>Words of the same 64 samples of all columns lie side by side, so that the loop runs over the third columns, and takes {@value
 * #STEP} words of each at a time: the JVM makes vectors of it, which it does not of the short sums over one column's words. At T =
 * 1000 that is 0.16 ns a word where column by column it was 1.7 (AVX-512), and 0.66 of 1.6 (AVX2).
 */
final class TripletCounts {
    /** Words that a step takes; as many as there are is a multiple. */
    private static final int STEP = 4;

    /** Bits [words*n]: word w of column v at w * n + v. */
    private final long[] bits;

    private final int columns;
    private final int words;
    private final int[] ones;
    /** Samples with 1 in columns i and j > i: [i][j]. */
    private final int[][] pairs;

    TripletCounts(long[][] columns) {
        this.columns = columns.length;
        this.words = columns.length == 0 ? 0 : (columns[0].length + STEP - 1) / STEP * STEP;
        this.bits = new long[words * this.columns];
        this.ones = new int[this.columns];
        this.pairs = new int[this.columns][this.columns];
        for (int v = 0; v < columns.length; v++) {
            for (int w = 0; w < columns[v].length; w++) {
                bits[w * this.columns + v] = columns[v][w];
            }
            ones[v] = ones(columns[v], columns[v]);
        }
    }

    /** Counts the pairs of a column with all behind it; before anything that asks for them. */
    void countPairs(int first) {
        for (int w = 0; w < words; w += STEP) {
            add(word(first, w), word(first, w + 1), word(first, w + 2), word(first, w + 3), w, first, pairs[first]);
        }
    }

    int one(int v) {
        return ones[v];
    }

    /** Of two different columns. */
    int pair(int i, int j) {
        return i < j ? pairs[i][j] : pairs[j][i];
    }

    /** Of a column and all behind it: its own array, read only. */
    int[] pairs(int i) {
        return pairs[i];
    }

    int columns() {
        return columns;
    }

    /** Words of a column, some of which may be padding. */
    int words() {
        return words;
    }

    /** Samples with 1 in columns i, j and k, of every k > j, to out[k]. */
    void triplets(int i, int j, int[] out) {
        Arrays.fill(out, j + 1, columns, 0);
        for (int w = 0; w < words; w += STEP) {
            add(
                    word(i, w) & word(j, w),
                    word(i, w + 1) & word(j, w + 1),
                    word(i, w + 2) & word(j, w + 2),
                    word(i, w + 3) & word(j, w + 3),
                    w,
                    j,
                    out);
        }
    }

    private long word(int column, int w) {
        return bits[w * columns + column];
    }

    private void add(long a, long b, long c, long d, int word, int after, int[] out) {
        add(a, b, c, d, bits, word * columns, columns, after + 1, out);
    }

    /** The hot loop: all it needs is in local variables. */
    private static void add(long a, long b, long c, long d, long[] bits, int offset, int columns, int from, int[] out) {
        for (int k = from; k < columns; k++) {
            out[k] += Long.bitCount(a & bits[offset + k])
                    + Long.bitCount(b & bits[offset + columns + k])
                    + Long.bitCount(c & bits[offset + 2 * columns + k])
                    + Long.bitCount(d & bits[offset + 3 * columns + k]);
        }
    }

    /** Number of samples with 1 in both. */
    static int ones(long[] first, long[] second) {
        int count = 0;
        for (int w = 0; w < first.length; w++) {
            count += Long.bitCount(first[w] & second[w]);
        }
        return count;
    }
}
