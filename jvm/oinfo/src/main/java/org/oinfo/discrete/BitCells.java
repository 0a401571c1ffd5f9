package org.oinfo.discrete;

import java.util.Arrays;

/**
 * Joint states of a growing prefix of variables as sets of samples, a bit each: with few states of variables with few symbols a
 * state of one variable more is counted 64 samples at a time.
 *
 * <p>{@code count(state, x_l = s) = sum over words of bitCount(cell & plane_l,s)}; the last symbol takes what is left of the cell.
 * Cells without a sample, and those of one, are not kept.
 */
final class BitCells {
    /** Words of a cell times symbols to count, beyond which groups of samples are faster. */
    private static final int MOST_COUNTS = 64;

    private final DiscreteSamples x;
    private final BitPlanes planes;
    private final CountTable table;
    private final int words;
    /** Cells of each level, one after the other [cells*words], and their sizes. */
    private long[][] cells = new long[4][];

    private int[][] sizes = new int[4][];
    private int[] count = new int[4];
    private int[] alone = new int[4];
    private int depth;

    BitCells(DiscreteSamples x, BitPlanes planes, CountTable table) {
        this.x = x;
        this.planes = planes;
        this.table = table;
        this.words = planes.words();
        cells[0] = planes.all();
        sizes[0] = new int[] {x.samples()};
        count[0] = 1;
    }

    int depth() {
        return depth;
    }

    /** Forgets all but the first variables. */
    void truncate(int length) {
        depth = Math.min(depth, length);
    }

    /** Whether {@link #with} of this variable is the faster way to count. */
    boolean suits(int variable) {
        return planes.has(variable) && count[depth] * (x.symbols(variable) - 1) <= MOST_COUNTS;
    }

    /** Adds a variable to the prefix; false, and nothing changes, where there may be too many states. */
    boolean push(int variable) {
        if (!planes.has(variable) || count[depth] * x.symbols(variable) > MOST_COUNTS) {
            return false;
        }
        makeRoom(depth + 1, count[depth] * x.symbols(variable));
        long[] from = cells[depth];
        long[] to = cells[depth + 1];
        long[] plane = planes.of(variable);
        int made = 0;
        int lone = alone[depth];
        for (int cell = 0; cell < count[depth]; cell++) {
            for (int s = 0; s < x.symbols(variable); s++) {
                int size = 0;
                for (int w = 0; w < words; w++) {
                    long both = from[cell * words + w] & plane[s * words + w];
                    to[made * words + w] = both;
                    size += Long.bitCount(both);
                }
                if (size > 1) {
                    sizes[depth + 1][made++] = size;
                } else {
                    lone += size;
                }
            }
        }
        depth++;
        count[depth] = made;
        alone[depth] = lone;
        return true;
    }

    private void makeRoom(int level, int most) {
        if (level == cells.length) {
            cells = Arrays.copyOf(cells, 2 * level);
            sizes = Arrays.copyOf(sizes, 2 * level);
            count = Arrays.copyOf(count, 2 * level);
            alone = Arrays.copyOf(alone, 2 * level);
        }
        if (sizes[level] == null || sizes[level].length < most) {
            cells[level] = new long[most * words];
            sizes[level] = new int[most];
        }
    }

    /** Content of the prefix. */
    long content() {
        long sum = alone[depth] * table.of(1);
        for (int cell = 0; cell < count[depth]; cell++) {
            sum += table.of(sizes[depth][cell]);
        }
        return table.content(sum, count[depth] + alone[depth]);
    }

    /** Content of the prefix and one variable more. */
    long with(int variable) {
        long[] from = cells[depth];
        long[] plane = planes.of(variable);
        int last = x.symbols(variable) - 1;
        long sum = alone[depth] * table.of(1);
        int states = alone[depth];
        for (int cell = 0; cell < count[depth]; cell++) {
            int left = sizes[depth][cell];
            for (int s = 0; s < last; s++) {
                int both = common(from, cell * words, plane, s * words, words);
                sum += table.of(both);
                states += -both >>> 31;
                left -= both;
            }
            sum += table.of(left);
            states += -left >>> 31;
        }
        return table.content(sum, states);
    }

    private static int common(long[] a, int offsetA, long[] b, int offsetB, int words) {
        int count = 0;
        for (int w = 0; w < words; w++) {
            count += Long.bitCount(a[offsetA + w] & b[offsetB + w]);
        }
        return count;
    }
}
