package org.oinfo.kernels;

import org.jspecify.annotations.Nullable;

/**
 * What a scan keeps of the n-plets of one order: counts by sign, moments of Omega and the extremes. Landscapes of disjoint
 * ranges merge; merging in the order of the ranges gives the same bits whoever scanned them.
 *
 * <p>{@link #redundant} + {@link #synergistic} + {@link #balanced} + {@link #singular} = {@link #total}. Singular n-plets are
 * in no mean and no ranking. Counts and moments are of Omega less {@link ScanSettings#bias}, in nats.
 */
public final class Landscape {
    private final int variables;
    private final ScanSettings settings;
    private final Ranking mostSynergistic;
    private final Ranking mostRedundant;
    private final CompensatedSums sum = new CompensatedSums(1);
    private final long[] singularPerVariable;
    private final @Nullable FullLandscape full;

    private long redundant;
    private long synergistic;
    private long balanced;
    private long singular;

    private Landscape(int variables, ScanSettings settings, long lowBound, long highBound) {
        this.variables = variables;
        this.settings = settings;
        this.mostSynergistic = new Ranking(settings.top(), lowBound);
        this.mostRedundant = new Ranking(settings.top(), highBound);
        this.singularPerVariable = new long[variables];
        this.full = settings.level() == Level.FULL ? new FullLandscape(variables) : null;
    }

    /** A landscape of nothing, for a scan of N variables. */
    public static Landscape empty(int variables, ScanSettings settings) {
        return new Landscape(variables, settings, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * A landscape of nothing for another range of the same scan. It need not keep n-plets that what is in this one already
     * beats, so that later ranges do not rank what cannot win; merged into this one it gives the same content.
     */
    public Landscape emptyForNextRange() {
        return new Landscape(variables, settings, mostSynergistic.worstKey(), mostRedundant.worstKey());
    }

    /** Adds a landscape of other n-plets of the same scan. */
    public void merge(Landscape other) {
        redundant += other.redundant;
        synergistic += other.synergistic;
        balanced += other.balanced;
        singular += other.singular;
        sum.merge(other.sum);
        mostSynergistic.merge(other.mostSynergistic);
        mostRedundant.merge(other.mostRedundant);
        for (int i = 0; i < variables; i++) {
            singularPerVariable[i] += other.singularPerVariable[i];
        }
        if (full != null && other.full != null) {
            full.merge(other.full);
        }
    }

    /**
     * Records one n-plet with its canonical values in everything this landscape keeps.
     *
     * @param nplet ascending indices [order]
     * @param rank its lexicographic rank
     * @param canonical scores it
     */
    public void record(int[] nplet, long rank, Canonical canonical) {
        if (!canonical.score(nplet, 0, settings.order())) {
            singular++;
            for (int i = 0; i < settings.order(); i++) {
                singularPerVariable[nplet[i]]++;
            }
            return;
        }
        rank(canonical.o(), rank);
        double omega = canonical.o() - settings.bias();
        sum.add(0, omega);
        if (omega > OmegaHistogram.BALANCED) {
            redundant++;
        } else if (omega < -OmegaHistogram.BALANCED) {
            synergistic++;
        } else {
            balanced++;
        }
        if (full != null) {
            full.record(nplet, settings.order(), omega);
        }
    }

    /** Offers a canonical Omega to both rankings; counts and means are untouched. */
    public void rank(double omega, long rank) {
        long key = Ranking.key(omega);
        mostSynergistic.offer(key, rank);
        mostRedundant.offer(-key, rank);
    }

    /** Adds the counts of n-plets that a kernel scored itself. */
    public void addCounts(long redundantCount, long synergisticCount, long balancedCount) {
        redundant += redundantCount;
        synergistic += synergisticCount;
        balanced += balancedCount;
    }

    /** Adds to the sum of Omega over n-plets that a kernel scored itself. */
    public void addSum(double omegas) {
        sum.add(0, omegas);
    }

    /** Number of variables N. */
    public int variables() {
        return variables;
    }

    /** What the scan was asked for. */
    public ScanSettings settings() {
        return settings;
    }

    /** Number of n-plets recorded. */
    public long total() {
        return redundant + synergistic + balanced + singular;
    }

    /** N-plets with Omega above 1e-10 nats. */
    public long redundant() {
        return redundant;
    }

    /** N-plets with Omega below -1e-10 nats. */
    public long synergistic() {
        return synergistic;
    }

    /** N-plets with |Omega| of at most 1e-10 nats. */
    public long balanced() {
        return balanced;
    }

    /** N-plets without a finite Omega: some variable is a linear function of the others. */
    public long singular() {
        return singular;
    }

    /** Number of singular n-plets that hold each variable [N]. */
    public long[] singularPerVariable() {
        return singularPerVariable.clone();
    }

    /** Sum of Omega over the n-plets that are not singular. */
    public double sum() {
        return sum.value(0);
    }

    /** Mean of Omega over the n-plets that are not singular; NaN when there are none. */
    public double mean() {
        return sum() / (total() - singular);
    }

    /** The n-plets with the smallest Omega. */
    public Ranking mostSynergistic() {
        return mostSynergistic;
    }

    /** The n-plets with the largest Omega. */
    public Ranking mostRedundant() {
        return mostRedundant;
    }

    /**
     * What level full adds, for kernels that were asked for it.
     *
     * @throws IllegalStateException at level plain
     */
    public FullLandscape requireFull() {
        if (full == null) {
            throw new IllegalStateException("the landscape must be of level full: level=" + settings.level());
        }
        return full;
    }

    /** What level full adds; null at level plain. */
    public @Nullable FullLandscape full() {
        return full;
    }
}
