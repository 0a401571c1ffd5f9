package org.oinfo.kernels.simd.pairs;

/** Runs over two vectors of l at once, or, where not all their lanes are valid, over each one that has valid lanes by itself. */
interface PairHalves {
    /** Runs over both vectors of tile (j, l); returns flags of {@link PairStationary}. */
    int both(int j, int l, int steps);

    /** Runs over vector {@code half} of the strip, lanes [first, end) of tile (j, l); returns flags of {@link PairStationary}. */
    int one(int j, int l, int steps, int half, int first, int end);

    /** Deals with what a run over lanes [first, end) of both vectors found. */
    void take(int flags, int j, int l, int first, int end, int from, int steps);

    /**
     * Runs over lanes [first, end) of both vectors.
     *
     * @param width lanes of one vector
     */
    default void split(int width, int j, int l, int first, int end, int from, int steps) {
        if (end - first == 2 * width) {
            take(both(j, l, steps), j, l, 0, 2 * width, from, steps);
            return;
        }
        for (int half = 0; half < 2; half++) {
            int begin = half * width;
            int a = Math.max(first, begin);
            int b = Math.min(end, begin + width);
            if (a < b) {
                take(one(j, l + begin, steps, half, a - begin, b - begin), j, l, a, b, from, steps);
            }
        }
    }
}
