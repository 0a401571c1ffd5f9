package org.oinfo.kernels.simd.measures;

/** Scores batches of n-plets of one order, one n-plet per lane: packs their correlations, then factors and inverts them. */
interface NpletBatch {
    /** Doubles of scratch memory for one vector of n-plets. */
    int stride();

    /**
     * Packs the correlations of vectors * L n-plets.
     *
     * @param r correlations [n*n]
     * @param nplets indices [.., order], those of the batch from {@code from} on
     * @param work [vectors][stride]
     */
    void pack(double[] r, int n, int[] nplets, int from, double[] work, int vectors);

    /** Scores what was packed; {@code sums} has begun. */
    void score(double[] work, int vectors, MeasureSums sums);
}
