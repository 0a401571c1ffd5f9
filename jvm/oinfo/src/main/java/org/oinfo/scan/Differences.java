package org.oinfo.scan;

import java.nio.ByteBuffer;
import org.oinfo.kernels.ExactSums;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Watch;

/**
 * What the n-plets of an order have in a first data set less what they have in a second: counts, the mean, and the n-plets with the
 * smallest and the largest difference of a measure, by their canonical values.
 */
public final class Differences {
    private final int top;
    private final Ranking smallest;
    private final Ranking largest;
    private final ExactSums sum = new ExactSums(1);
    private long total;
    private long singular;
    private long above;
    private long below;

    private Differences(int top, long lowBound, long highBound) {
        this(top, new Ranking(top, lowBound), new Ranking(top, highBound));
    }

    private Differences(int top, Ranking smallest, Ranking largest) {
        this.top = top;
        this.smallest = smallest;
        this.largest = largest;
    }

    /** How those of some n-plets of an order, of which there are {@code nplets}, are kept. */
    static Form<Differences> form(int order, long nplets) {
        return new Form<>() {
            @Override
            public void write(Differences found, Bytes to) {
                to.put(found.top).put(found.total).put(found.singular);
                to.put(found.above).put(found.below);
                found.sum.write(0, to.room(ExactSums.BYTES));
                found.smallest.write(to.room((int) Ranking.bytes(found.smallest.size())));
                found.largest.write(to.room((int) Ranking.bytes(found.largest.size())));
            }

            @Override
            public Differences read(ByteBuffer from) {
                int top = from.getInt();
                long total = Bytes.counts(from, 1, nplets)[0];
                long[] counts = Bytes.counts(from, 3, total);
                ExactSums sum = new ExactSums(1);
                sum.read(0, from);
                Ranking smallest = Ranking.read(from).below(nplets);
                Differences found =
                        new Differences(top, smallest, Ranking.read(from).below(nplets));
                found.total = total;
                found.singular = counts[0];
                found.above = counts[1];
                found.below = counts[2];
                found.sum.merge(sum);
                return found;
            }

            @Override
            public void again(Differences found, Watch watch) {
                watch.advanced(order, found.total);
            }
        };
    }

    /** Of no n-plet yet; ranks up to {@code top} at each end. */
    public static Differences empty(int top) {
        return new Differences(top, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Of no n-plet yet, for n-plets after all of these: what is worse than the worst here need not be kept. */
    Differences emptyForNextRange() {
        return new Differences(top, smallest.worstKey(), largest.worstKey());
    }

    /**
     * Counts a difference, nats; NaN where the n-plet is singular in one of the data sets.
     *
     * @param bias subtracted before it is said in which data set there is more
     */
    void count(double difference, double bias) {
        total++;
        if (Double.isNaN(difference)) {
            singular++;
            return;
        }
        sum.add(0, difference);
        if (difference - bias > OmegaHistogram.BALANCED) {
            above++;
        } else if (difference - bias < -OmegaHistogram.BALANCED) {
            below++;
        }
    }

    /** Adds those of other n-plets. */
    void merge(Differences next) {
        total += next.total;
        singular += next.singular;
        above += next.above;
        below += next.below;
        sum.merge(next.sum);
        smallest.merge(next.smallest);
        largest.merge(next.largest);
    }

    /** Number of n-plets that were scored. */
    public long total() {
        return total;
    }

    /** Those that are singular in at least one of the data sets: in no other count, no mean and no ranking. */
    public long singular() {
        return singular;
    }

    /** Those with more than 1e-10 nats more in the first data set, less the bias. */
    public long above() {
        return above;
    }

    /** Those with more than 1e-10 nats more in the second, less the bias. */
    public long below() {
        return below;
    }

    /** Mean difference, raw, nats; NaN without n-plets. */
    public double mean() {
        return sum.value(0) / (total - singular);
    }

    /** The n-plets with the smallest differences, by lexicographic rank. */
    public Ranking smallest() {
        return smallest;
    }

    /** The same of the largest. */
    public Ranking largest() {
        return largest;
    }
}
