package org.oinfo.kernels.simd.pairs;

import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.pairs.PairEngine;
import org.oinfo.kernels.pairs.PairWalk;
import org.oinfo.kernels.simd.sweep.SweepScan;

/**
 * The pair-stationary scan of orders 3 to 8 by the Vector API: takes the values of q beyond a prefix Q in chunks, so that the same pairs
 * (j, l) meet many q. See {@link PairStationary} for the arithmetic, {@link PairWalk} for the walk over prefixes.
 */
public final class PairScan implements PairEngine {
    /** Tiles of more values, 2 GB a thread, are not worth their memory. */
    private static final long LARGEST_TILES = 1L << 28;

    private final int members;
    private final PairBuffers buffers;
    private final PairPrefix prefix;
    private final PairStrips strips;
    private final PairRecorder recorder;
    /** The screen in single precision, where there is one. */
    private final @Nullable PairSingle single;
    /** The prefix as it was given, and in the numbers of the buffers [m]. */
    private int[] given = {};

    private final int[] held;

    private PairScan(CorrelationMatrix r, ScanSettings settings) {
        int n = r.variables();
        members = settings.order() - 3;
        buffers = new PairBuffers(n, settings.order());
        prefix = new PairPrefix(r, buffers, settings.bias());
        strips = new PairStrips(buffers, prefix);
        recorder = recorder(r, settings, buffers);
        if (settings.determinants()) {
            recorder.sumDeterminants(new PairDeterminants(buffers, prefix));
        }
        single = ScreenPolicy.single(settings, n)
                ? new PairSingle(settings.ends(), buffers, prefix, strips, recorder)
                : null;
        held = new int[members];
    }

    /** A kernel that scans by pairs what can be. */
    public static ScanKernel kernel(CorrelationMatrix r, ScanSettings settings) {
        return new PairWalk(r.variables(), settings.order(), new PairScan(r, settings), new SweepScan(r, settings));
    }

    private static PairRecorder recorder(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers) {
        return switch (settings.level()) {
            case EXTREMES -> new PairExtremes(r, settings, buffers);
            case PLAIN -> new PairPlain(r, settings, buffers);
            case FULL -> new PairFull(r, settings, buffers);
        };
    }

    /** Whether this scan is faster than the bordered sweep, and its memory bearable. */
    public static boolean suits(int variables, int order) {
        return PairWalk.suits(variables, order) && PairBuffers.tileCount(variables, order) <= LARGEST_TILES;
    }

    @Override
    public int prefixes() {
        return 1;
    }

    @Override
    public void begin(Landscape into) {
        recorder.begin(into);
    }

    @Override
    public void end() {
        recorder.end();
    }

    @Override
    public boolean moveTo(int[] first, int kept, int count) {
        given = first;
        for (int i = 0; i < members; i++) {
            held[i] = first[i] + buffers.dummies;
        }
        boolean sound = prefix.moveTo(held, kept);
        if (sound && single != null) {
            single.movePrefix(members == 0 ? 0 : held[members - 1] + 1);
        }
        return sound;
    }

    @Override
    public void scan(int from, int to, int base) {
        recorder.beginPrefixes(given, prefix.error());
        recorder.beginScan(from);
        int dummies = buffers.dummies;
        prefix.fillRows(from + dummies, held);
        int q = from;
        while (q < to) {
            int end = Math.min(to, base + ((q - base) / buffers.chunk + 1) * buffers.chunk);
            if (single == null) {
                strips.scan(q + dummies, end + dummies, recorder);
            } else {
                single.scan(q + dummies, end + dummies);
            }
            q = end;
        }
        recorder.endScan(from, to);
        recorder.endPrefixes();
    }
}
