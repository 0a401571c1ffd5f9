package org.oinfo.kernels.simd.pairs;

/** Runs over two vectors of l at once, or, where not all their lanes are valid, over each one that has valid lanes by itself. */
interface PairHalves {
    /** Runs over both vectors; returns flags of {@link PairStationary}. */
    int both(int row, int steps, int tile);

    /** Runs over vector {@code half} of the strip, its lanes [first, end); returns flags of {@link PairStationary}. */
    int one(int row, int steps, int tile, int half, int first, int end);

    /** Deals with what a run over lanes [first, end) of both vectors found. */
    void take(int flags, int j, int l, int first, int end, int from, int steps);

    /**
     * Runs over lanes [first, end) of both vectors.
     *
     * @param width lanes of one vector
     * @param row where row j begins
     * @param tile where tile (j, l) begins
     */
    default void split(int width, int row, int tile, int j, int l, int first, int end, int from, int steps) {
        if (end - first == 2 * width) {
            take(both(row, steps, tile), j, l, 0, 2 * width, from, steps);
            return;
        }
        for (int half = 0; half < 2; half++) {
            int begin = half * width;
            int a = Math.max(first, begin);
            int b = Math.min(end, begin + width);
            if (a < b) {
                take(one(row, steps, tile + begin, half, a - begin, b - begin), j, l, a, b, from, steps);
            }
        }
    }
}
