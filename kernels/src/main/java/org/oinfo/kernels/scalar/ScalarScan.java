package org.oinfo.kernels.scalar;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;

/** Steps through the n-plets in lexicographic order and scores each by the canonical routine. */
final class ScalarScan implements ScanKernel {
    private final Combinations combinations;
    private final Canonical canonical;
    private final int[] nplet;

    ScalarScan(CorrelationMatrix r, int order) {
        combinations = new Combinations(r.variables(), order);
        canonical = new Canonical(r);
        nplet = new int[order];
    }

    @Override
    public void scan(long from, long to, Landscape into) {
        if (from >= to) {
            return;
        }
        combinations.unrank(from, nplet);
        for (long rank = from; rank < to; rank++) {
            into.record(nplet, rank, canonical);
            combinations.next(nplet);
        }
    }
}
