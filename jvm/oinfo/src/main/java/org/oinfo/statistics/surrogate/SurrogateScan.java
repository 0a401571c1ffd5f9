package org.oinfo.statistics.surrogate;

import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.BlockGrid;

/** The smallest and the largest Omega of all n-plets of a matrix, on the calling thread; one instance serves many matrices. */
final class SurrogateScan implements SurrogateExtremes {
    /** N-plets between two questions whether to go on: a tenth of a second or so. */
    private static final long SLICE = 1L << 26;

    private final Backend backend;
    private final ScanSettings settings;
    private final Watch watch;
    private final BlockGrid grid;
    private final Combinations combinations;
    private final int[] nplet;
    private double min;
    private double max;

    SurrogateScan(Backend backend, int variables, int order, Watch watch) {
        this.backend = backend;
        this.settings = settings(order);
        this.watch = watch;
        this.grid = BlockGrid.of(variables, order, backend.leastScan(variables, settings));
        this.combinations = new Combinations(variables, order);
        this.nplet = new int[order];
    }

    /** The best n-plet at both ends and nothing else. */
    static ScanSettings settings(int order) {
        return new ScanSettings(order, Level.EXTREMES, 1);
    }

    @Override
    public boolean find(CorrelationMatrix r) {
        Landscape into = Landscape.empty(r.variables(), settings);
        try (ScanKernel kernel = backend.scan(r, settings)) {
            long from = 0;
            while (from < grid.total()) {
                if (from > 0 && !watch.goOn()) {
                    return false;
                }
                long to = grid.total() - from <= SLICE ? grid.total() : grid.boundaryAtOrAfter(from + SLICE);
                kernel.scan(from, to, into);
                from = to;
            }
        }
        Canonical canonical = new Canonical(r);
        min = omega(into.mostSynergistic(), canonical, Double.NEGATIVE_INFINITY);
        max = omega(into.mostRedundant(), canonical, Double.POSITIVE_INFINITY);
        return true;
    }

    private double omega(Ranking best, Canonical canonical, double none) {
        if (best.size() == 0) {
            return none;
        }
        combinations.unrank(best.sortedRanks()[0], nplet);
        canonical.score(nplet, 0, nplet.length);
        return canonical.o();
    }

    @Override
    public double min() {
        return min;
    }

    @Override
    public double max() {
        return max;
    }
}
