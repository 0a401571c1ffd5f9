package org.oinfo.kernels.simd.lattice;

import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;

/**
 * Splits blocks of the lattice into cells that are sound, and scores those; what is left goes to the canonical routine.
 *
 * <p>A cell fixes members H and leaves variables V free. Conditional variances 1/P_ii fall as members are added, so the cell
 * is sound, without a test for each n-plet, when all of {H, V} are above {@link Canonical#GUARD}. If not, it is split at the
 * free variable that is closest to a function of the others.
 */
public final class SimdLattice implements LatticeKernel {
    private final LatticeBlocks blocks;
    private final int[] members;
    private final int[] free;
    private final LatticeCell cell;
    private final LatticeRecorder recorder;
    private final PrecisionDiagonal precision;
    private final int leastFree;
    /** The whole matrix is: no cell needs a look. */
    private final boolean sound;

    public SimdLattice(CorrelationMatrix r, List<ScanSettings> settings) {
        for (ScanSettings each : settings) {
            if (each.level() == Level.FULL) {
                throw new IllegalArgumentException(
                        "a walk over the lattice must be of level EXTREMES or PLAIN: level=" + each.level());
            }
        }
        int n = r.variables();
        blocks = new LatticeBlocks(n);
        members = new int[n];
        free = new int[n];
        recorder = new LatticeRecorder(r, settings);
        cell = new LatticeCell(r, blocks, recorder);
        precision = new PrecisionDiagonal(r);
        leastFree = LatticeCell.LEAST_FREE;
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        sound = precision.of(all, n);
    }

    @Override
    public void scan(long from, long to, Landscape[] into) {
        recorder.begin(into);
        for (long block = from; block < to; block++) {
            int m = blocks.members(block, members);
            // Bit b of a subset is the b-th variable from the end: lexicographic order is descending.
            int q = blocks.free();
            for (int b = 0; b < q; b++) {
                free[b] = blocks.head() + q - 1 - b;
            }
            split(m, q);
        }
        recorder.end();
    }

    /** Scores all subsets of the first q free variables with the first m members. */
    private void split(int m, int q) {
        if (!recorder.wants(m, m + q)) {
            return;
        }
        if (q >= leastFree && sound) {
            cell.score(members, m, free, q);
            return;
        }
        int[] joint = Arrays.copyOf(members, m + q);
        System.arraycopy(free, 0, joint, m, q);
        boolean soundHere = precision.of(joint, m + q);
        if (soundHere && q >= leastFree) {
            cell.score(members, m, free, q);
        } else if (q < leastFree || !precision.of(members, m)) {
            recorder.canonical(members, m, free, q);
        } else {
            precision.of(joint, m + q);
            int[] rest = Arrays.copyOf(free, q);
            int worst = precision.largest(m, m + q) - m;
            int variable = free[worst];
            System.arraycopy(rest, worst + 1, free, worst, q - worst - 1);
            members[m] = variable;
            split(m + 1, q - 1);
            System.arraycopy(rest, 0, free, 0, worst);
            System.arraycopy(rest, worst + 1, free, worst, q - worst - 1);
            split(m, q - 1);
            System.arraycopy(rest, 0, free, 0, q);
        }
    }
}
