package org.oinfo.scan;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.parallel.WorkerResources;

/**
 * Counts every n-plet of a range of lexicographic ranks and ranks it by some measure. One kernel counts, as in a scan for Omega;
 * another scores in batches, and what may be among the best, as far as {@link Scorer#error} allows, is settled by the canonical routine, so that no winner is lost and keys are
 * those of canonical values.
 *
 * <p>Belongs to one thread at a time.
 */
final class MeasureRanker {
    /** n-plets scored together: they and their values stay in the second-level cache. */
    private static final int BATCH = 4096;
    /** From one ranking key to the next, nats. */
    private static final double KEY_STEP = 0x1p-40;

    private final Scorer scores;
    private final RankBy measure;
    private final int order;
    private final int top;
    private final Combinations combinations;
    private final ScanKernel counts;
    private final MeasuresKernel kernel;
    private final NpletScore canonical;
    /** The largest error of any n-plet of this order. */
    private final double largestError;

    private final int[] nplet;
    /** n-plets [BATCH*k] and their measures [BATCH*4], nats. */
    private final int[] nplets;

    private final double[] values = new double[BATCH * MeasuresKernel.VALUES];

    /** A ranker of the n-plets of these settings; its kernels are closed with {@code resources}. */
    MeasureRanker(Scorer scores, ScanSettings settings, RankBy measure, WorkerResources resources) {
        this.scores = scores;
        this.measure = measure;
        order = settings.order();
        top = settings.top();
        combinations = new Combinations(scores.variables(), order);
        counts = resources.add(scores.scan(RankedLandscape.countsOnly(settings)), ScanKernel::close);
        kernel = resources.add(scores.measures(), MeasuresKernel::close);
        canonical = scores.canonical();
        largestError = measure.error(scores.error(order, Double.POSITIVE_INFINITY));
        nplet = new int[order];
        nplets = new int[BATCH * order];
    }

    /** Adds the n-plets of [from, to), whose ranks come after those of all that the rankings hold. */
    void scan(long from, long to, RankedLandscape into) {
        counts.scan(from, to, into.landscape());
        rank(from, to, into.smallest(), into.largest());
    }

    private void rank(long from, long to, Ranking smallest, Ranking largest) {
        if (from >= to) {
            return;
        }
        combinations.unrank(from, nplet);
        for (long first = from; first < to; first += BATCH) {
            int count = (int) Math.min(BATCH, to - first);
            step(count);
            kernel.measures(nplets, count, order, values);
            offer(first, count, smallest, largest);
        }
    }

    private void step(int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(nplet, 0, nplets, i * order, order);
            combinations.next(nplet);
        }
    }

    private void offer(long first, int count, Ranking smallest, Ranking largest) {
        double low = limit(smallest);
        double high = limit(largest);
        boolean bounded = largestError < Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            int at = i * MeasuresKernel.VALUES;
            if (Double.isNaN(values[at])) {
                // A singular n-plet.
                continue;
            }
            if (bounded && !near(at, low, high)) {
                continue;
            }
            if (!canonical.score(nplets, i * order, order)) {
                continue;
            }
            double x = measure.of(canonical);
            if (Double.isFinite(x)) {
                long key = RankBy.key(x);
                smallest.offer(key, first + i);
                largest.offer(-key, first + i);
                low = limit(smallest);
                high = limit(largest);
            }
        }
    }

    /** Whether the n-plet at values[at] may be below low or above -high, as far as the kernel's values say. */
    private boolean near(int at, double low, double high) {
        double x = measure.of(values, at);
        if (x - largestError > low && -x - largestError > high) {
            return false;
        }
        double error = measure.error(scores.error(order, values[at + Measure.S.index()]));
        return x - error <= low || -x - error <= high;
    }

    /** The largest value that may still enter: one that ties with the last of a full ranking comes too late. */
    private double limit(Ranking ranking) {
        return ranking.size() < top ? ranking.worst() : ranking.worst() - KEY_STEP;
    }
}
