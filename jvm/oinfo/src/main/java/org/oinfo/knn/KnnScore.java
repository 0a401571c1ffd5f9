package org.oinfo.knn;

import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.neighbours.NeighbourKernel;

/** The measures of an n-plet from its sums of psi; see the package for the formulas. */
final class KnnScore implements NpletScore {
    private final DigammaTable psi;
    private final NeighbourKernel kernel;
    private final long[] sums = new long[NeighbourKernel.SUMS];

    private double tc;
    private double dtc;
    private double o;
    private double s;

    KnnScore(DigammaTable psi, NeighbourKernel kernel) {
        this.psi = psi;
        this.kernel = kernel;
    }

    /** No n-plet is singular. */
    @Override
    public boolean score(int[] nplets, int offset, int order) {
        kernel.sums(nplets, offset, order, sums);
        long joint = sums[NeighbourKernel.JOINT];
        long total = (order - 1) * psi.ofSamples() + joint - sums[NeighbourKernel.ALONE];
        long dual = psi.ofSamples() + (order - 1) * joint - sums[NeighbourKernel.OTHERS];
        tc = psi.nats(total);
        dtc = psi.nats(dual);
        o = psi.nats(total - dual);
        s = psi.nats(total + dual);
        return true;
    }

    @Override
    public double tc() {
        return tc;
    }

    @Override
    public double dtc() {
        return dtc;
    }

    @Override
    public double o() {
        return o;
    }

    @Override
    public double s() {
        return s;
    }
}
