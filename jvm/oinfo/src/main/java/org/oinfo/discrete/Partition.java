package org.oinfo.discrete;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Joint states of a growing prefix of variables as groups of samples that share one, for any number of symbols and states.
 *
 * <p>Each variable that is added splits the groups of the level before. A sample that is alone in its state stays alone
 * and is only counted: deep prefixes cost less and less. A level takes 8 bytes a sample at most.
 *
 * <pre>
 *   level 0   | all samples                  |
 *   level 1   | x_a = 0     | x_a = 1        |          order[1], ends[1]
 *   level 2   | 00  | 01    | 10   | 11      |          states of one sample are not there, alone[2] counts them
 * </pre>
 */
final class Partition {
    /** Symbols whose counts fit into the bytes of one long. */
    private static final int PACKED_SYMBOLS = Long.BYTES;

    private static final int PACKED_LARGEST = 255;

    private final DiscreteSamples x;
    private final CountTable table;
    /** Where every state must be counted before one is weighed; else null. */
    private final @Nullable Coverage coverage;

    /** Samples by group, and where each group ends, of each level. */
    private int[][] order = new int[4][];

    private int[][] ends = new int[4][];
    private int[] groups = new int[4];
    private int[] alone = new int[4];
    private int depth;

    /** Samples of a group with each symbol, 0 between uses. */
    private final int[] counts = new int[DiscreteSamples.MOST_SYMBOLS];

    private final int[] places = new int[DiscreteSamples.MOST_SYMBOLS];
    /** Addition of one sample more to c log2 c. */
    private final long[] steps = new long[DiscreteSamples.MOST_SYMBOLS];

    /** Result of the last call of {@link #with}. */
    private long sum;

    private int states;

    Partition(DiscreteSamples x, CountTable table, @Nullable Coverage coverage) {
        this.x = x;
        this.table = table;
        this.coverage = coverage;
        for (int c = 0; c < steps.length && c < x.samples(); c++) {
            steps[c] = table.of(c + 1) - table.of(c);
        }
        int[] all = new int[x.samples()];
        for (int t = 0; t < all.length; t++) {
            all[t] = t;
        }
        order[0] = all;
        ends[0] = new int[] {all.length};
        groups[0] = 1;
    }

    /** Number of variables of the prefix. */
    int depth() {
        return depth;
    }

    /** Forgets all but the first variables. */
    void truncate(int length) {
        depth = Math.min(depth, length);
    }

    /** Adds a variable to the prefix. */
    void push(int variable) {
        makeRoom(depth + 1);
        int[] from = order[depth];
        int[] fromEnds = ends[depth];
        int[] to = order[depth + 1];
        int[] toEnds = ends[depth + 1];
        byte[] symbols = x.column(variable);
        int lone = alone[depth];
        int made = 0;
        int end = 0;
        for (int g = 0, begin = 0; g < groups[depth]; begin = fromEnds[g++]) {
            int seen = 0;
            for (int i = begin; i < fromEnds[g]; i++) {
                int s = symbols[from[i]] & 0xFF;
                // Symbols in the order they first occur: a group costs its size, whatever the alphabet.
                if (counts[s]++ == 0) {
                    places[seen++] = s;
                }
            }
            for (int i = 0; i < seen; i++) {
                int s = places[i];
                int count = counts[s];
                if (count == 1) {
                    lone++;
                    counts[s] = -1;
                } else {
                    counts[s] = end;
                    end += count;
                    toEnds[made++] = end;
                }
            }
            for (int i = begin; i < fromEnds[g]; i++) {
                int s = symbols[from[i]] & 0xFF;
                if (counts[s] >= 0) {
                    to[counts[s]++] = from[i];
                }
            }
            for (int i = 0; i < seen; i++) {
                counts[places[i]] = 0;
            }
        }
        depth++;
        groups[depth] = made;
        alone[depth] = lone;
    }

    private void makeRoom(int level) {
        if (level == order.length) {
            order = Arrays.copyOf(order, 2 * level);
            ends = Arrays.copyOf(ends, 2 * level);
            groups = Arrays.copyOf(groups, 2 * level);
            alone = Arrays.copyOf(alone, 2 * level);
        }
        int above = groups[level - 1] == 0 ? 0 : ends[level - 1][groups[level - 1] - 1];
        if (order[level] == null || order[level].length < above) {
            order[level] = new int[above];
            ends[level] = new int[above / 2];
        }
    }

    /** Content of the prefix. */
    long content() {
        if (coverage != null) {
            return contentByCoverage(coverage);
        }
        long total = alone[depth] * table.of(1);
        for (int g = 0, begin = 0; g < groups[depth]; begin = ends[depth][g++]) {
            total += table.of(ends[depth][g] - begin);
        }
        return table.content(total, groups[depth] + alone[depth]);
    }

    /** Content of the prefix and one variable more. */
    long with(int variable) {
        if (coverage != null) {
            return withByCoverage(variable, coverage);
        }
        sum = alone[depth] * table.of(1);
        states = alone[depth];
        byte[] symbols = x.column(variable);
        int alphabet = x.symbols(variable);
        int[] from = order[depth];
        int[] fromEnds = ends[depth];
        for (int g = 0, begin = 0; g < groups[depth]; begin = fromEnds[g++]) {
            int end = fromEnds[g];
            if (alphabet <= PACKED_SYMBOLS && end - begin <= PACKED_LARGEST) {
                countPacked(from, begin, end, symbols, alphabet);
            } else if (end - begin >= alphabet) {
                countAll(from, begin, end, symbols, alphabet);
            } else {
                countFew(from, begin, end, symbols);
            }
        }
        return table.content(sum, states);
    }

    private long contentByCoverage(Coverage all) {
        all.add(1, alone[depth]);
        for (int g = 0, begin = 0; g < groups[depth]; begin = ends[depth][g++]) {
            all.add(ends[depth][g] - begin, 1);
        }
        return all.content();
    }

    private long withByCoverage(int variable, Coverage all) {
        byte[] symbols = x.column(variable);
        int[] from = order[depth];
        all.add(1, alone[depth]);
        for (int g = 0, begin = 0; g < groups[depth]; begin = ends[depth][g++]) {
            int end = ends[depth][g];
            for (int i = begin; i < end; i++) {
                counts[symbols[from[i]] & 0xFF]++;
            }
            for (int i = begin; i < end; i++) {
                int s = symbols[from[i]] & 0xFF;
                all.add(counts[s], 1);
                // A symbol counts where it is met first.
                counts[s] = 0;
            }
        }
        return all.content();
    }

    /** Few symbols in a small group: a byte of one register each, no memory in between. */
    private void countPacked(int[] from, int begin, int end, byte[] symbols, int alphabet) {
        long packed = 0;
        for (int i = begin; i < end; i++) {
            packed += 1L << (symbols[from[i]] << 3);
        }
        long found = 0;
        int occurring = 0;
        for (int s = 0; s < alphabet; s++) {
            int count = (int) (packed >>> (s << 3)) & 0xFF;
            found += table.of(count);
            occurring += -count >>> 31;
        }
        sum += found;
        states += occurring;
    }

    private void countAll(int[] from, int begin, int end, byte[] symbols, int alphabet) {
        for (int i = begin; i < end; i++) {
            counts[symbols[from[i]] & 0xFF]++;
        }
        long found = 0;
        int occurring = 0;
        for (int s = 0; s < alphabet; s++) {
            int count = counts[s];
            found += table.of(count);
            occurring += -count >>> 31;
            counts[s] = 0;
        }
        sum += found;
        states += occurring;
    }

    /** Fewer samples than symbols: c log2 c grows sample by sample, and only what was touched is cleared. */
    private void countFew(int[] from, int begin, int end, byte[] symbols) {
        long found = 0;
        int occurring = 0;
        for (int i = begin; i < end; i++) {
            int count = counts[symbols[from[i]] & 0xFF]++;
            found += steps[count];
            occurring += (count - 1) >>> 31;
        }
        for (int i = begin; i < end; i++) {
            counts[symbols[from[i]] & 0xFF] = 0;
        }
        sum += found;
        states += occurring;
    }
}
