package org.oinfo.kernels.simd.pairs;

/**
 * The runs of {@link PairStationary#plain} that also multiply the products of each step, for the means per variable. One
 * implementation per order; generated.
 */
interface PairProducts {
    /** The runs of an order, 3 to 8. */
    static PairProducts of(int order) {
        return switch (order) {
            case 3 -> new PairProducts3();
            case 4 -> new PairProducts4();
            case 5 -> new PairProducts5();
            case 6 -> new PairProducts6();
            case 7 -> new PairProducts7();
            case 8 -> new PairProducts8();
            default -> throw new IllegalArgumentException("the order must be 3 to 8: order=" + order);
        };
    }

    /** See {@link PairStationary#plain}. */
    int run(PairBuffers b, int row, int steps, int tile);

    /** See {@link PairStationary#plainOne}. */
    int runOne(PairBuffers b, int row, int steps, int tile, int half, int lanes);
}
