package org.oinfo.kernels.simd.pairs;

import org.oinfo.kernels.simd.lanes.SingleLanes;

/**
 * The arrays that the runs of {@link PairScreen} read: tiles, strip and rows as in {@link PairBuffers}, in single precision, with twice
 * the lanes. h is scaled by a power of two per prefix, which the thresholds take back.
 */
final class PairScreenBuffers {
    /** Values of l in a strip. */
    static final int WIDTH = 2 * SingleLanes.COUNT;

    final int sets;
    final int rowValues;
    /** Values of a tile: from j to j+1. */
    final int tileValues;

    final float[] tiles;
    final float[] strip;
    final float[] rows;

    /** exp(2t) for the thresholds of both ends, less and more the slack; with the signs that the runs want. */
    float high;

    float low;
    /** Limits that d_0 and w_0 prod d_i must not fall below. */
    float minorLimit;

    float productLimit;

    private final int n;
    private final int chunk;

    PairScreenBuffers(int n, PairBuffers doubles) {
        sets = doubles.sets;
        chunk = doubles.chunk;
        rowValues = doubles.rowValues;
        this.n = n;
        tileValues = (sets + 1) * WIDTH;
        tiles = new float[(n + WIDTH - 1) / WIDTH * n * tileValues];
        strip = new float[chunk * sets * 2 * WIDTH];
        rows = new float[n * chunk * rowValues];
    }

    /** Where P_0[j,l] is; P_c[j,l] is WIDTH c further. */
    int tile(int j, int l) {
        return (l / WIDTH * n + j) * tileValues + l % WIDTH;
    }

    /** Where row j begins. */
    int row(int j) {
        return j * chunk * rowValues;
    }
}
