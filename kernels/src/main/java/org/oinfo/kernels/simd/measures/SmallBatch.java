package org.oinfo.kernels.simd.measures;

import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * Orders 3 to {@value #LARGEST}, by generated code without inner loops.
 *
 * <pre>
 *   work [vectors][stride]   one vector of n-plets after the other; each:
 *     u         [k(k-1)/2][L]   rows of R_S below the diagonal, then of -U
 *     w         [k(k-1)/2][L]   rows of U^-1                 (these three from order 5 on)
 *     inverse   [k][L]          -1/d
 *     precision [k][L]          -P_ii
 * </pre>
 */
final class SmallBatch implements NpletBatch {
    static final int SMALLEST = 3;
    static final int LARGEST = 10;

    private static final int L = Lanes.COUNT;

    private final int order;

    SmallBatch(int order) {
        this.order = order;
    }

    /** Doubles of one vector of n-plets. */
    static int stride(int order) {
        int triangle = order * (order - 1) / 2;
        return (order < SmallFactors.ROWS ? triangle : 2 * (triangle + order)) * L;
    }

    @Override
    public int stride() {
        return stride(order);
    }

    @Override
    public void pack(double[] r, int n, int[] nplets, int from, double[] work, int vectors) {
        SmallPack.pack(order, r, n, nplets, from, work, vectors);
    }

    @Override
    public void score(double[] work, int vectors, MeasureSums sums) {
        SmallFactors.score(order, work, vectors, sums);
        sums.addDeterminants(true);
        sums.addPrecisions(true);
    }
}
