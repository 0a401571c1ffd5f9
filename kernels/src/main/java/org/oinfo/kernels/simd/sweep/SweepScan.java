package org.oinfo.kernels.simd.sweep;

import java.util.Arrays;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.sweep.SweepCandidates;

/**
 * Walks prefixes of k-2 members in lexicographic order with the bordered sweep and scores their rows with the lanes over the
 * last member. What is too close to singular, and rows that begin or end inside the range, go to the canonical routine.
 */
public final class SweepScan implements ScanKernel {
    /** Products of this many factors between 1e-4 and 1e4 stay in the range of doubles; larger orders are scored canonically. */
    private static final int LARGEST_ORDER = 64;

    private final int n;
    private final int depth;
    private final Combinations combinations;
    private final Sweep sweep;
    private final SweepCandidates candidates;
    private final SweepRows rows;
    private final int[] nplet;
    /** Prefix of the sweep's state [depth], and whether the sweep is sound there. */
    private final int[] prefix;

    private boolean sound;

    public SweepScan(CorrelationMatrix r, ScanSettings settings) {
        n = r.variables();
        depth = settings.order() - 2;
        combinations = new Combinations(n, settings.order());
        sweep = new Sweep(r, settings.order());
        nplet = new int[settings.order()];
        prefix = new int[depth];
        Arrays.fill(prefix, -1);
        candidates = new SweepCandidates(r, settings);
        rows = settings.level() == Level.FULL
                ? new FullRows(sweep, candidates, settings)
                : new PlainRows(sweep, candidates, settings);
    }

    @Override
    public void scan(long from, long to, Landscape into) {
        if (from >= to) {
            return;
        }
        combinations.unrank(from, nplet);
        rows.begin(into);
        long rank = from;
        while (rank < to) {
            moveToPrefix();
            rank = scanPrefix(rank, to, nplet[depth], nplet[depth + 1]);
            nextPrefix();
        }
        rows.end(into);
    }

    private void moveToPrefix() {
        int kept = 0;
        while (kept < depth && prefix[kept] == nplet[kept]) {
            kept++;
        }
        System.arraycopy(nplet, 0, prefix, 0, depth);
        candidates.beginPrefix(prefix);
        sound = nplet.length <= LARGEST_ORDER && sweep.moveTo(prefix, kept);
    }

    /** Scores the rows of the current prefix from {A, p, j} at {@code rank} on, up to rank {@code to}; returns where it ended. */
    private long scanPrefix(long rank, long to, int p, int j) {
        if (j != p + 1) {
            rank = canonical(p, j, rank, to);
            p++;
        }
        if (sound) {
            int end = p;
            long endRank = rank;
            while (end < n - 1 && endRank + (n - 1 - end) <= to) {
                endRank += n - 1 - end;
                end++;
            }
            rows.score(prefix, p, end, rank);
            p = end;
            rank = endRank;
        }
        while (p < n - 1 && rank < to) {
            rank = canonical(p, p + 1, rank, to);
            p++;
        }
        return rank;
    }

    private long canonical(int p, int j, long rank, long to) {
        int end = (int) Math.min(n, j + to - rank);
        candidates.record(p, j, end, rank);
        return rank + end - j;
    }

    /** Sets the n-plet to the first one of the next prefix; after the last prefix any value will do. */
    private void nextPrefix() {
        int i = depth - 1;
        while (i >= 0 && prefix[i] == n - depth - 2 + i) {
            i--;
        }
        if (i < 0) {
            return;
        }
        nplet[i] = prefix[i] + 1;
        for (int next = i + 1; next < nplet.length; next++) {
            nplet[next] = nplet[next - 1] + 1;
        }
    }
}
