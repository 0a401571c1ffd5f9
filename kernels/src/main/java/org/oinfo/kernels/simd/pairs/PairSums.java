package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.PerVariable;
import org.oinfo.kernels.ScanSettings;

/**
 * Sums of Omega for each variable: a run adds to its j, a strip to its q, its l and the members of the prefix. Subclasses know
 * how Omega is summed over a run and over a step.
 */
abstract class PairSums extends PairRecorder {
    /** Sums of Omega of one run over q [2L]. */
    final double[] runSum = new double[2 * L];

    private final int n;
    private final int members;
    /** Sums over a strip per l, and n-plets per l [2L]; n-plets per last q of a run [chunk]. */
    private final double[] laneSum = new double[2 * L];

    private final long[] laneCount = new long[2 * L];
    private final long[] stepCount;
    private double stripSum;
    private long stripCount;

    private PerVariable perVariable;

    PairSums(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
        n = r.variables();
        members = settings.order() - 3;
        stepCount = new long[buffers.chunk];
        perVariable = Landscape.empty(n, settings).requirePerVariable();
    }

    /** Forgets the sums of the steps of a strip. */
    abstract void clearSteps(int steps);

    /** Sum of Omega over the runs of a strip at one step, that is one q. */
    abstract double stepSum(int step);

    @Override
    void begin(Landscape into) {
        super.begin(into);
        perVariable = into.requirePerVariable();
    }

    @Override
    final void beginStrip(int l, int from, int to) {
        clearSteps(to - from);
        Arrays.fill(stepCount, 0, to - from, 0);
        Arrays.fill(laneSum, 0);
        Arrays.fill(laneCount, 0);
        stripSum = 0;
        stripCount = 0;
    }

    @Override
    final void endStrip(int l, int from, int to) {
        long count = 0;
        for (int step = to - from - 1; step >= 0; step--) {
            count += stepCount[step];
            perVariable.add(from + step, count, stepSum(step));
        }
        for (int lane = 0; lane < Math.min(2 * L, n - l); lane++) {
            perVariable.add(l + lane, laneCount[lane], laneSum[lane]);
        }
        for (int i = 0; i < members; i++) {
            perVariable.add(nplet[i], stripCount, stripSum);
        }
        sum.add(0, stripSum);
    }

    /** Adds {@link #runSum}, lanes [first, end) of a run, to what it belongs to but for its q; returns the sum over the lanes. */
    final double addRun(int j, int first, int end, int steps) {
        double total = 0;
        for (int lane = first; lane < end; lane++) {
            laneSum[lane] += runSum[lane];
            laneCount[lane] += steps;
            total += runSum[lane];
        }
        long scored = (long) (end - first) * steps;
        perVariable.add(j, scored, total);
        stepCount[steps - 1] += end - first;
        stripCount += scored;
        stripSum += total;
        return total;
    }

    @Override
    void add(double o) {
        count(o);
        for (int v : nplet) {
            perVariable.add(v, 1, o);
        }
    }
}
