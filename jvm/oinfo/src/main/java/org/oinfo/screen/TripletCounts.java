package org.oinfo.screen;

/**
 * Numbers of samples with 1 in one, two or three columns of bits: the hot loops of the screen. A triplet costs one AND and one count
 * of bits for each 64 samples, because the AND of its first two columns is made once for all third ones.
 */
final class TripletCounts {
    /** Bits [n*words], column by column. */
    private final long[] bits;

    private final int words;
    private final int[] ones;
    /** Samples with 1 in columns i and j > i: [i][j]. */
    private final int[][] pairs;

    TripletCounts(long[][] columns) {
        this.words = columns.length == 0 ? 0 : columns[0].length;
        this.bits = new long[columns.length * words];
        this.ones = new int[columns.length];
        this.pairs = new int[columns.length][columns.length];
        for (int v = 0; v < columns.length; v++) {
            System.arraycopy(columns[v], 0, bits, v * words, words);
            ones[v] = ones(columns[v], columns[v]);
        }
    }

    /** Counts the pairs of a column with all behind it; before anything that asks for them. */
    void countPairs(int first) {
        for (int other = first + 1; other < ones.length; other++) {
            int count = 0;
            for (int w = 0; w < words; w++) {
                count += Long.bitCount(bits[first * words + w] & bits[other * words + w]);
            }
            pairs[first][other] = count;
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
        return ones.length;
    }

    int words() {
        return words;
    }

    /** Samples with 1 in columns i, j and k, of every k > j, to out[k]. */
    void triplets(int i, int j, long[] both, int[] out) {
        for (int w = 0; w < words; w++) {
            both[w] = bits[i * words + w] & bits[j * words + w];
        }
        for (int k = j + 1; k < out.length; k++) {
            out[k] = ones(both, bits, k * words);
        }
    }

    private static int ones(long[] both, long[] bits, int offset) {
        int count = 0;
        for (int w = 0; w < both.length; w++) {
            count += Long.bitCount(both[w] & bits[offset + w]);
        }
        return count;
    }

    /** Number of samples with 1 in both. */
    static int ones(long[] first, long[] second) {
        return ones(first, second, 0);
    }
}
