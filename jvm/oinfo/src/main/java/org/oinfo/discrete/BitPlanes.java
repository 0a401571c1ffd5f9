package org.oinfo.discrete;

/**
 * For each variable with few symbols, which samples have each symbol, a bit a sample: {@code [symbols*words]}, sample t at bit
 * t mod 64 of word t / 64. T bytes a variable at most. Immutable.
 */
final class BitPlanes {
    private static final int MOST_SYMBOLS = 8;

    private final int samples;
    private final int words;
    /** Empty for a variable with more symbols. */
    private final long[][] planes;

    BitPlanes(DiscreteSamples x) {
        samples = x.samples();
        words = (samples - 1) / Long.SIZE + 1;
        planes = new long[x.variables()][];
        for (int v = 0; v < planes.length; v++) {
            planes[v] = x.symbols(v) <= MOST_SYMBOLS ? planes(x.column(v), x.symbols(v)) : new long[0];
        }
    }

    private long[] planes(byte[] column, int symbols) {
        long[] bits = new long[symbols * words];
        for (int t = 0; t < samples; t++) {
            bits[column[t] * words + t / Long.SIZE] |= 1L << t;
        }
        return bits;
    }

    int words() {
        return words;
    }

    /** Every sample. */
    long[] all() {
        long[] bits = new long[words];
        for (int t = 0; t < samples; t++) {
            bits[t / Long.SIZE] |= 1L << t;
        }
        return bits;
    }

    boolean has(int variable) {
        return planes[variable].length > 0;
    }

    /** Planes of a variable that {@link #has} some. */
    long[] of(int variable) {
        return planes[variable];
    }
}
