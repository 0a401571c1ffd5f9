package org.oinfo.scan;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.NpletScore;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.WorkerResources;

/**
 * Scores every n-plet of a range of ranks in two data sets, batch by batch in lockstep, and ranks them by the difference of a measure.
 * Kernels score; what may be among the best, as far as their errors together allow, is settled by the canonical routine of both, so that
 * no winner is lost and keys are those of canonical values, the same on every backend.
 *
 * <p>Belongs to one thread at a time.
 */
public final class DifferenceRanker {
    /** n-plets scored together: they and their values stay in the second-level cache. */
    private static final int BATCH = 2048;
    /** From one ranking key to the next, nats. */
    private static final double KEY_STEP = 0x1p-40;

    private final Scorer first;
    private final Scorer second;
    private final Measure measure;
    private final int order;
    private final int top;
    private final double bias;
    private final Combinations combinations;
    private final MeasuresKernel firstKernel;
    private final MeasuresKernel secondKernel;
    private final NpletScore firstCanonical;
    private final NpletScore secondCanonical;
    /** The largest error of any difference of this order. */
    private final double largestError;

    private final int[] nplet;
    /** n-plets [BATCH*k], and their measures in each data set [BATCH*4], nats. */
    private final int[] nplets;

    private final double[] firstValues = new double[BATCH * MeasuresKernel.VALUES];
    private final double[] secondValues = new double[BATCH * MeasuresKernel.VALUES];

    /**
     * A ranker of the n-plets of an order.
     *
     * @param first scores of the first data set
     * @param second scores of the same variables in the second
     * @param top how many are kept at each end
     * @param bias of every difference, see {@link Differences#count}; no ranking depends on it
     * @param resources closes its kernels
     */
    public DifferenceRanker(
            Scorer first, Scorer second, Measure measure, int order, int top, double bias, WorkerResources resources) {
        this.first = first;
        this.second = second;
        this.measure = measure;
        this.order = order;
        this.top = top;
        this.bias = bias;
        combinations = new Combinations(first.variables(), order);
        firstKernel = resources.add(first.measures(), MeasuresKernel::close);
        secondKernel = resources.add(second.measures(), MeasuresKernel::close);
        firstCanonical = first.canonical();
        secondCanonical = second.canonical();
        largestError = first.error(order, Double.POSITIVE_INFINITY) + second.error(order, Double.POSITIVE_INFINITY);
        nplet = new int[order];
        nplets = new int[BATCH * order];
    }

    /** Adds the n-plets of [from, to), whose ranks come after those of all that were added. */
    public void scan(long from, long to, Differences into) {
        if (from >= to) {
            return;
        }
        combinations.unrank(from, nplet);
        for (long rank = from; rank < to; rank += BATCH) {
            int count = (int) Math.min(BATCH, to - rank);
            for (int i = 0; i < count; i++) {
                System.arraycopy(nplet, 0, nplets, i * order, order);
                combinations.next(nplet);
            }
            firstKernel.measures(nplets, count, order, firstValues);
            secondKernel.measures(nplets, count, order, secondValues);
            offer(rank, count, into);
        }
    }

    private void offer(long rank, int count, Differences into) {
        double low = limit(into.smallest());
        double high = limit(into.largest());
        for (int i = 0; i < count; i++) {
            int at = i * MeasuresKernel.VALUES;
            double x = firstValues[at + measure.index()] - secondValues[at + measure.index()];
            into.count(x, bias);
            // A singular n-plet is NaN and fails both comparisons.
            if (!(x - largestError <= low) && !(-x - largestError <= high)) {
                continue;
            }
            double error = first.error(order, firstValues[at + Measure.S.index()])
                    + second.error(order, secondValues[at + Measure.S.index()]);
            if ((x - error <= low || -x - error <= high) && score(i * order)) {
                long key = Ranking.key(measure.of(firstCanonical) - measure.of(secondCanonical));
                into.smallest().offer(key, rank + i);
                into.largest().offer(-key, rank + i);
                low = limit(into.smallest());
                high = limit(into.largest());
            }
        }
    }

    private boolean score(int offset) {
        return firstCanonical.score(nplets, offset, order) && secondCanonical.score(nplets, offset, order);
    }

    /** The largest value that may still enter: one that ties with the last of a full ranking comes too late. */
    private double limit(Ranking ranking) {
        return ranking.size() < top ? ranking.worst() : ranking.worst() - KEY_STEP;
    }

    /** Canonical difference of the best n-plet of a ranking, nats; {@code none} where it is empty. */
    public double best(Ranking ranking, double none) {
        if (ranking.size() == 0) {
            return none;
        }
        combinations.unrank(ranking.bestRank(), nplet);
        firstCanonical.score(nplet, 0, order);
        secondCanonical.score(nplet, 0, order);
        return measure.of(firstCanonical) - measure.of(secondCanonical);
    }
}
