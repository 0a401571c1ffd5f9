package org.oinfo.targets;

import java.nio.ByteBuffer;
import org.oinfo.kernels.ExactSums;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Watch;

/**
 * Result of a scan of one order: counts and means of dOmega, and the extreme n-plets of the measure they are ranked by.
 * Redundancy-dominated is dOmega above 1e-10 nats, synergy-dominated below -1e-10, balanced between; with the singular ones
 * these add up to the total.
 */
public final class TargetLandscape {
    private static final double BALANCED = 1e-10;

    private static final int SUMS = 2;

    private final int top;
    private final ExactSums sums = new ExactSums(SUMS);
    private final Ranking lowest;
    private final Ranking highest;

    private long redundant;
    private long synergistic;
    private long balanced;
    private long singular;

    /** Empty, with room for so many n-plets at each end. */
    public TargetLandscape(int top) {
        this(top, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private TargetLandscape(int top, long lowestBound, long highestBound) {
        this(top, new Ranking(top, lowestBound), new Ranking(top, highestBound));
    }

    private TargetLandscape(int top, Ranking lowest, Ranking highest) {
        this.top = top;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** How the landscape of some n-plets of an order, of which there are {@code nplets}, is kept. */
    public static Form<TargetLandscape> form(int order, long nplets) {
        return new Form<>() {
            @Override
            public void write(TargetLandscape found, Bytes to) {
                to.put(found.top).put(found.redundant).put(found.synergistic);
                to.put(found.balanced).put(found.singular);
                for (int sum = 0; sum < SUMS; sum++) {
                    found.sums.write(sum, to.room(ExactSums.BYTES));
                }
                found.lowest.write(to.room((int) Ranking.bytes(found.lowest.size())));
                found.highest.write(to.room((int) Ranking.bytes(found.highest.size())));
            }

            @Override
            public TargetLandscape read(ByteBuffer from) {
                int top = from.getInt();
                long[] counts = Bytes.counts(from, 4, nplets);
                ExactSums sums = new ExactSums(SUMS);
                for (int sum = 0; sum < SUMS; sum++) {
                    sums.read(sum, from);
                }
                Ranking lowest = Ranking.read(from).below(nplets);
                TargetLandscape found =
                        new TargetLandscape(top, lowest, Ranking.read(from).below(nplets));
                found.redundant = counts[0];
                found.synergistic = counts[1];
                found.balanced = counts[2];
                found.singular = counts[3];
                found.sums.merge(sums);
                return found;
            }

            @Override
            public void again(TargetLandscape found, Watch watch) {
                watch.advanced(order, found.total());
            }
        };
    }

    /** Empty, for more n-plets: takes into its rankings only what may enter these. */
    public TargetLandscape emptyForMore() {
        return new TargetLandscape(top, lowest.worstKey(), highest.worstKey());
    }

    /** Counts an n-plet that has values. */
    public void add(double domega, double i) {
        if (domega > BALANCED) {
            redundant++;
        } else if (domega < -BALANCED) {
            synergistic++;
        } else {
            balanced++;
        }
        sums.add(0, domega);
        sums.add(1, i);
    }

    /** Counts n-plets that are singular. */
    public void addSingular(long nplets) {
        singular += nplets;
    }

    /** Takes what another one has. */
    public void merge(TargetLandscape other) {
        redundant += other.redundant;
        synergistic += other.synergistic;
        balanced += other.balanced;
        singular += other.singular;
        sums.merge(other.sums);
        lowest.merge(other.lowest);
        highest.merge(other.highest);
    }

    /** Number of n-plets scored, the singular ones included. */
    public long total() {
        return redundant + synergistic + balanced + singular;
    }

    /** Number of redundancy-dominated n-plets. */
    public long redundant() {
        return redundant;
    }

    /** Number of synergy-dominated n-plets. */
    public long synergistic() {
        return synergistic;
    }

    /** Number of n-plets that are neither. */
    public long balanced() {
        return balanced;
    }

    /** Number of singular n-plets, which are in no mean and no ranking. */
    public long singular() {
        return singular;
    }

    /** Mean of dOmega, nats; NaN when there is none. */
    public double meanDomega() {
        return mean(0);
    }

    /** Mean of I(X;Y), nats; NaN when there is none. */
    public double meanInformation() {
        return mean(1);
    }

    private double mean(int sum) {
        long count = total() - singular;
        return count == 0 ? Double.NaN : sums.value(sum) / count;
    }

    /** Keys and ranks of the smallest values. */
    public Ranking lowest() {
        return lowest;
    }

    /** Keys, negated, and ranks of the largest values. */
    public Ranking highest() {
        return highest;
    }
}
