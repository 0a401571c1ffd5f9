package org.oinfo.kernels.scalar;

import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.LatticeBlocks;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.ScanSettings;

/** Goes through the subsets of a block one by one and scores those of the wanted orders by the canonical routine. */
final class ScalarLattice implements LatticeKernel {
    private final int n;
    private final List<ScanSettings> settings;
    private final LatticeBlocks blocks;
    private final Canonical canonical;
    /** By order: its position in the settings or -1, and room for an n-plet. */
    private final int[] position;

    private final int[][] nplets;
    private final Combinations[] combinations;
    private final int[] head;

    ScalarLattice(CorrelationMatrix r, List<ScanSettings> settings) {
        n = r.variables();
        this.settings = settings;
        blocks = new LatticeBlocks(n);
        canonical = new Canonical(r);
        head = new int[blocks.head()];
        nplets = new int[n + 1][];
        position = new int[n + 1];
        combinations = new Combinations[settings.size()];
        Arrays.fill(position, -1);
        for (int i = 0; i < settings.size(); i++) {
            int order = settings.get(i).order();
            position[order] = i;
            nplets[order] = new int[order];
            combinations[i] = new Combinations(n, order);
        }
    }

    @Override
    public void scan(long from, long to, Landscape[] into) {
        for (long block = from; block < to; block++) {
            int members = blocks.members(block, head);
            for (long rest = blocks.subsets() - 1; rest >= 0; rest--) {
                int at = position[members + Long.bitCount(rest)];
                if (at >= 0) {
                    record(members, rest, into[at], at);
                }
            }
        }
    }

    private void record(int members, long rest, Landscape into, int at) {
        int[] nplet = nplets[settings.get(at).order()];
        System.arraycopy(head, 0, nplet, 0, members);
        int k = members;
        for (int v = blocks.head(); v < n; v++) {
            if ((rest >> (n - 1 - v) & 1) != 0) {
                nplet[k++] = v;
            }
        }
        into.record(nplet, combinations[at].rank(nplet), canonical);
    }
}
