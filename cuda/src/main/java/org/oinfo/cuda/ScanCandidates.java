package org.oinfo.cuda;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanSettings;

/**
 * Scores canonically what the device points out: n-plets that may enter a ranking, and unsound ones, which the device has
 * left out of every count and sum. Candidates are taken in the order of their items, whatever the order they came in.
 */
final class ScanCandidates {
    /** Tells which n-plet a candidate means: every kernel has a way of its own to write that. */
    interface Decoder {
        /** Writes an n-plet: of an item, a q, a thread and one bit of its masks. */
        void nplet(long item, int q, int thread, int bit, int[] nplet);
    }

    /** q and thread are 32 bits each. */
    private static final int Q = 8;

    private static final int THREAD = 12;
    private static final int HIGH = 16;
    private static final int LOW = 20;
    private static final int UNSOUND = 24;
    /** n-plets scored beforehand, when a ranking is empty, to learn where its end lies. */
    private static final int SAMPLE = 4096;

    private final ScanSettings settings;
    private final Canonical canonical;
    private final Combinations combinations;
    private final Decoder decoder;
    private final int[] nplet;

    private Landscape into;
    private long recorded;
    /** Thresholds that the sample gave, on Omega: the K-th best of a part is no better than that of the whole. */
    private double sampleHighest;

    private double sampleLowest;

    ScanCandidates(CorrelationMatrix r, ScanSettings settings, Decoder decoder) {
        this.settings = settings;
        this.decoder = decoder;
        combinations = new Combinations(r.variables(), settings.order());
        canonical = new Canonical(r);
        nplet = new int[settings.order()];
        into = Landscape.empty(r.variables(), settings);
    }

    /** Begins a range of ranks. */
    void begin(Landscape landscape, long from, long to) {
        into = landscape;
        recorded = 0;
        sampleHighest = Double.NEGATIVE_INFINITY;
        sampleLowest = Double.POSITIVE_INFINITY;
        if (!settled()) {
            sample(from, to);
        }
    }

    /** Whether the rankings are full already, so that few n-plets can still enter. */
    boolean settled() {
        return into.mostRedundant().worst() < Double.POSITIVE_INFINITY
                && into.mostSynergistic().worst() < Double.POSITIVE_INFINITY;
    }

    private void sample(long from, long to) {
        long count = Math.min(to - from, Math.max(SAMPLE, 4L * settings.top()));
        Ranking redundant = new Ranking(settings.top(), Long.MAX_VALUE);
        Ranking synergistic = new Ranking(settings.top(), Long.MAX_VALUE);
        for (long i = 0; i < count; i++) {
            long rank = from + i * ((to - from) / count);
            combinations.unrank(rank, nplet);
            if (canonical.score(nplet, 0, nplet.length)) {
                redundant.offer(-Ranking.key(canonical.o()), rank);
                synergistic.offer(Ranking.key(canonical.o()), rank);
            }
        }
        sampleHighest = -redundant.worst();
        sampleLowest = synergistic.worst();
    }

    /** The smallest Omega less its bias that may be among the most redundant; rounding on the device not allowed for. */
    double highest() {
        return Math.max(-into.mostRedundant().worst(), sampleHighest) - settings.bias();
    }

    /** The largest Omega less its bias that may be among the most synergistic. */
    double lowest() {
        return Math.min(into.mostSynergistic().worst(), sampleLowest) - settings.bias();
    }

    /** Bound on the rounding of Omega on the device, for n-plets whose 1/P_ii are all above the guard. */
    double margin() {
        return Canonical.error(settings.order());
    }

    /** Number of n-plets of the range that were recorded here, because the device did not count them. */
    long recorded() {
        return recorded;
    }

    /** Takes the candidates of a launch. */
    void record(ByteBuffer list, int found) {
        Integer[] order = new Integer[found];
        Arrays.setAll(order, i -> i * ScanMemory.CANDIDATE);
        Arrays.sort(
                order,
                Comparator.comparingLong((Integer at) -> list.getLong(at))
                        .thenComparingLong(at -> list.getLong(at + Q)));
        for (int at : order) {
            recordAt(list, at);
        }
    }

    private void recordAt(ByteBuffer list, int at) {
        long item = list.getLong(at);
        int q = list.getInt(at + Q);
        int thread = list.getInt(at + THREAD);
        int unsound = list.getInt(at + UNSOUND);
        int extreme = list.getInt(at + HIGH) | list.getInt(at + LOW);
        for (int left = unsound | extreme; left != 0; left &= left - 1) {
            int bit = Integer.lowestOneBit(left);
            decoder.nplet(item, q, thread, Integer.numberOfTrailingZeros(bit), nplet);
            long rank = combinations.rank(nplet);
            if ((unsound & bit) != 0) {
                into.record(nplet, rank, canonical);
                recorded++;
            } else if (canonical.score(nplet, 0, nplet.length)) {
                into.rank(canonical.o(), rank);
            }
        }
    }
}
