package org.oinfo.kernels.simd;

/**
 * What the runs of {@link PairScreen} read: tiles, strip and rows as in {@link PairBuffers}, in single precision, with twice
 * the lanes. h is scaled by a power of two per prefix, which the thresholds take back.
 */
final class PairScreenBuffers {
    /** Values of l in a strip. */
    static final int WIDTH = 2 * SingleLanes.COUNT;

    final int sets;
    final int stride;
    final int rowValues;
    final float[] tiles;
    final float[] strip;
    final float[] rows;

    /** exp(2t) for the thresholds of both ends, less and more the slack; with the signs that the runs want. */
    float high;

    float low;
    /** What d_0 and w_0 prod d_i must not fall below. */
    float minorLimit;

    float productLimit;

    private final int chunk;

    PairScreenBuffers(int n, PairBuffers doubles) {
        sets = doubles.sets;
        chunk = doubles.chunk;
        rowValues = doubles.rowValues;
        stride = (n + WIDTH - 1) / WIDTH * WIDTH;
        tiles = new float[n * (sets + 1) * stride];
        strip = new float[chunk * sets * 2 * WIDTH];
        rows = new float[n * chunk * rowValues];
    }

    /** Where tile row j begins. */
    int tile(int j) {
        return j * (sets + 1) * stride;
    }

    /** Where row j begins. */
    int row(int j) {
        return j * chunk * rowValues;
    }
}
