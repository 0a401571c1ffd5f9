package org.oinfo.scan;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;

/**
 * Ranks every n-plet of a range of lexicographic ranks by one measure. A kernel scores them in batches; what may be among the
 * best, as far as {@link Scorer#error} allows, is settled by the canonical routine, so that no winner is lost and keys are
 * those of canonical values.
 *
 * <p>Belongs to one thread at a time.
 */
final class MeasureRanker implements AutoCloseable {
    /** n-plets scored together: they and their values stay in the second-level cache. */
    private static final int BATCH = 4096;
    /** From one ranking key to the next, nats. */
    private static final double KEY_STEP = 0x1p-40;

    private final Scorer scores;
    private final Measure measure;
    private final int order;
    private final int top;
    private final Combinations combinations;
    private final MeasuresKernel kernel;
    private final NpletScore canonical;
    /** The largest error of any n-plet of this order. */
    private final double largestError;

    private final int[] nplet;
    /** n-plets [BATCH*k] and their measures [BATCH*4], nats. */
    private final int[] nplets;

    private final double[] values = new double[BATCH * MeasuresKernel.VALUES];

    /** A ranker of the {@code top} best n-plets of an order at each end. */
    MeasureRanker(Scorer scores, int order, int top, Measure measure) {
        this.scores = scores;
        this.measure = measure;
        this.order = order;
        this.top = top;
        combinations = new Combinations(scores.variables(), order);
        kernel = scores.measures();
        canonical = scores.canonical();
        largestError = scores.error(order, Double.POSITIVE_INFINITY);
        nplet = new int[order];
        nplets = new int[BATCH * order];
    }

    /** Offers the n-plets of [from, to), whose ranks come after those of all that the rankings hold. */
    void rank(long from, long to, Ranking smallest, Ranking largest) {
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
        for (int i = 0; i < count; i++) {
            double x = values[i * MeasuresKernel.VALUES + measure.index()];
            // A singular n-plet is NaN and fails both comparisons.
            if (!(x - largestError <= low) && !(-x - largestError <= high)) {
                continue;
            }
            double error = scores.error(order, values[i * MeasuresKernel.VALUES + Measure.S.index()]);
            if ((x - error <= low || -x - error <= high) && canonical.score(nplets, i * order, order)) {
                long key = Ranking.key(measure.of(canonical));
                smallest.offer(key, first + i);
                largest.offer(-key, first + i);
                low = limit(smallest);
                high = limit(largest);
            }
        }
    }

    @Override
    public void close() {
        kernel.close();
    }

    /** The largest value that may still enter: one that ties with the last of a full ranking comes too late. */
    private double limit(Ranking ranking) {
        return ranking.size() < top ? ranking.worst() : ranking.worst() - KEY_STEP;
    }
}
