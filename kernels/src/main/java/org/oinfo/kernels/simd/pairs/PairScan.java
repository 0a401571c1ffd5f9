package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.simd.sweep.SweepScan;

/**
 * Scans orders 3 to 8 pair-stationary: walks prefixes Q of k-3 members in lexicographic order, and for each the values of the
 * next member q in chunks, so that the same pairs (j, l) meet many q. See {@link PairStationary} for the arithmetic.
 *
 * <p>What begins or ends inside the n-plets of one {Q, q}, and prefixes too close to singular, run on the bordered sweep,
 * {@link SweepScan}.
 */
public final class PairScan implements ScanKernel {
    private static final int SMALLEST_ORDER = 3;
    private static final int LARGEST_ORDER = 8;
    /** Tiles of more values, 2 GB a thread, are not worth their memory. */
    private static final long LARGEST_TILES = 1L << 28;

    private final int n;
    private final int members;
    private final Combinations combinations;
    private final PairBuffers buffers;
    private final PairPrefix prefix;
    private final PairStrips strips;
    private final PairRecorder recorder;
    /** The screen in single precision, where there is one. */
    private final @Nullable PairSingle single;

    private final SweepScan sweep;
    /** The n-plet at the current rank [k]. */
    private final int[] nplet;
    /** Prefix that {@link #prefix} holds [m]; -1 where none. */
    private final int[] held;

    private boolean sound;

    public PairScan(CorrelationMatrix r, ScanSettings settings) {
        n = r.variables();
        members = settings.order() - 3;
        combinations = new Combinations(n, settings.order());
        buffers = new PairBuffers(n, settings.order());
        prefix = new PairPrefix(r, buffers, settings.bias());
        strips = new PairStrips(n, buffers, prefix);
        recorder = recorder(r, settings, buffers, combinations);
        single = ScreenPolicy.single(settings, n)
                ? new PairSingle(n, settings.ends(), buffers, prefix, strips, recorder)
                : null;
        sweep = new SweepScan(r, settings);
        nplet = new int[settings.order()];
        held = new int[members];
        Arrays.fill(held, -1);
    }

    private static PairRecorder recorder(
            CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        return switch (settings.level()) {
            case EXTREMES -> new PairExtremes(r, settings, buffers, combinations);
            case PLAIN -> new PairPlain(r, settings, buffers, combinations);
            case FULL -> new PairFull(r, settings, buffers, combinations);
        };
    }

    /**
     * Whether this scan is faster than the bordered sweep. With few variables its runs are too short for what it prepares for
     * each prefix: measured on four lanes, they break even at N = 22, 30 and 36 for orders 6, 7 and 8 and nowhere below.
     */
    public static boolean suits(int variables, int order) {
        return order >= SMALLEST_ORDER
                && order <= LARGEST_ORDER
                && variables >= 7 * order - 20
                && PairBuffers.tileCount(variables, order) <= LARGEST_TILES;
    }

    @Override
    public void scan(long from, long to, Landscape into) {
        if (from >= to) {
            return;
        }
        recorder.begin(into);
        long rank = from;
        while (rank < to) {
            combinations.unrank(rank, nplet);
            int q = nplet[members];
            boolean whole = nplet[members + 1] == q + 1 && nplet[members + 2] == q + 2;
            int end = whole ? wholeUntil(q, rank, to) : q;
            long next;
            if (end == q) {
                next = Math.min(to, rank + left());
                sweep.scan(rank, next, into);
            } else {
                next = rank + count(q, end);
                scanPrefix(q, end, rank, next, into);
            }
            rank = next;
        }
        recorder.end(into);
    }

    /** The first q whose n-plets are not all below rank {@code to}. */
    private int wholeUntil(int q, long rank, long to) {
        int end = q;
        long reached = rank;
        while (end < n - 2 && reached + combinations.choose(n - 1 - end, 2) <= to) {
            reached += combinations.choose(n - 1 - end, 2);
            end++;
        }
        return end;
    }

    /** N-plets {Q, q, j, l} with q in [from, to). */
    private long count(int from, int to) {
        return combinations.choose(n - from, 3) - combinations.choose(n - to, 3);
    }

    /** N-plets from the current one to the last with the same Q and q. */
    private long left() {
        int j = nplet[members + 1];
        int l = nplet[members + 2];
        return combinations.choose(n - 1 - j, 2) + n - l;
    }

    private void scanPrefix(int from, int to, long rank, long next, Landscape into) {
        moveToPrefix();
        if (!sound) {
            sweep.scan(rank, next, into);
            return;
        }
        recorder.beginPrefix(nplet, prefix.error());
        recorder.beginScan(from);
        prefix.fillRows(from, nplet);
        for (int q = from; q < to; q += buffers.chunk) {
            int end = Math.min(to, q + buffers.chunk);
            if (single != null) {
                single.scan(q, end, count(q, end));
            } else {
                strips.scan(q, end, recorder);
            }
        }
        recorder.endScan(from, to);
    }

    private void moveToPrefix() {
        int kept = 0;
        while (kept < members && held[kept] == nplet[kept]) {
            kept++;
        }
        if (kept < members || (members == 0 && !sound)) {
            System.arraycopy(nplet, 0, held, 0, members);
            sound = prefix.moveTo(nplet, kept);
            if (sound && single != null) {
                single.movePrefix(members == 0 ? 0 : nplet[members - 1] + 1);
            }
        }
    }
}
