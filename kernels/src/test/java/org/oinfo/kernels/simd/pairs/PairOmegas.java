package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;

/** Omega of every n-plet of one order as the runs of the pair-stationary scan have it, not as rankings show it. */
public final class PairOmegas extends PairRecorder {
    /** Bits where some minor is below the guard. */
    public static final long UNSOUND = -1;
    /** Bits where the prefix is too close to singular, so that another scan takes it. */
    public static final long NOT_BY_PAIRS = -2;

    private final Combinations combinations;
    private final long[] bits;

    private PairOmegas(CorrelationMatrix r, ScanSettings settings, PairBuffers buffers, Combinations combinations) {
        super(r, settings, buffers, combinations);
        this.combinations = combinations;
        bits = new long[Math.toIntExact(combinations.total())];
        Arrays.fill(bits, NOT_BY_PAIRS);
    }

    /** The bits of Omega, by rank. */
    public static long[] of(CorrelationMatrix r, int order) {
        int n = r.variables();
        ScanSettings settings = new ScanSettings(order, Level.EXTREMES, 1);
        Combinations combinations = new Combinations(n, order);
        PairBuffers buffers = new PairBuffers(n, order);
        PairPrefix prefix = new PairPrefix(r, buffers, 0);
        PairStrips strips = new PairStrips(n, buffers, prefix);
        PairOmegas omegas = new PairOmegas(r, settings, buffers, combinations);
        int members = order - 3;
        int[] nplet = new int[order];
        for (long rank = 0; rank < omegas.bits.length; ) {
            combinations.unrank(rank, nplet);
            int from = nplet[members];
            if (prefix.moveTo(nplet, 0)) {
                omegas.beginPrefix(nplet, prefix.error());
                prefix.fillRows(from, nplet);
                for (int q = from; q < n - 2; q += buffers.chunk) {
                    strips.scan(q, Math.min(n - 2, q + buffers.chunk), omegas);
                }
            }
            rank += combinations.choose(n - from, 3);
        }
        return omegas.bits;
    }

    @Override
    void run(int j, int l, int first, int end, int from, int steps) {
        evaluate(j, l, steps);
        for (int step = 0; step < steps; step++) {
            for (int lane = first; lane < end; lane++) {
                nplet[nplet.length - 3] = from + step;
                nplet[nplet.length - 2] = j;
                nplet[nplet.length - 1] = l + lane;
                int at = step * 2 * L + lane;
                bits[Math.toIntExact(combinations.rank(nplet))] =
                        buffers.sound[at] < 0 ? Double.doubleToRawLongBits(omega[at]) : UNSOUND;
            }
        }
    }

    @Override
    void setThresholds(double high, double low) {}

    @Override
    void add(double o) {}
}
