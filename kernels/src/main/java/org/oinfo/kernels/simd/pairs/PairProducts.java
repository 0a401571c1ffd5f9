package org.oinfo.kernels.simd.pairs;

/**
 * The runs of {@link PairStationary#plain} that also multiply the products of each step, for the means per variable. One
 * implementation per order; generated.
 */
interface PairProducts {
    /** See {@link PairStationary#plain}. */
    int run(PairBuffers b, int row, int steps, int tile);

    /** See {@link PairStationary#plainOne}. */
    int runOne(PairBuffers b, int row, int steps, int tile, int half, int lanes);
}
