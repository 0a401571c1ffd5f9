package org.oinfo.kernels;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The record of a scan of the n-plets of one order: counts by sign, moments of Omega and the extremes. Landscapes of disjoint
 * ranges merge, in whatever order and groups: sums are exact across them, so the bits are the same whoever scanned which.
 *
 * <p>{@link #redundant} + {@link #synergistic} + {@link #balanced} + {@link #singular} = {@link #total}. Singular n-plets are
 * in no mean and no ranking. Counts and moments are of Omega less {@link ScanSettings#bias}, in nats.
 *
 * <p>At {@link Level#EXTREMES} n-plets are ranked and not told apart: only {@link #total} and the rankings mean something, the
 * four counts are 0, sum and mean NaN. A ranking of an end that was not asked for stays empty.
 */
public final class Landscape {
    /** More than any scan counts; the sum of five such counts is still a number. */
    private static final long MOST_NPLETS = Long.MAX_VALUE / 5;

    private final int variables;
    private final ScanSettings settings;
    private Ranking mostSynergistic;
    private Ranking mostRedundant;
    private final ExactSums sum = new ExactSums(1);
    private final long[] singularPerVariable;
    /** Of det R_S; null where it is not summed. */
    private final @Nullable ExactSums determinants;

    private final @Nullable PerVariable perVariable;
    private final @Nullable Distribution distribution;

    private long redundant;
    private long synergistic;
    private long balanced;
    private long singular;
    /** N-plets that were ranked and not told apart, at level extremes. */
    private long uncounted;

    private Landscape(int variables, ScanSettings settings, long lowBound, long highBound) {
        this.variables = variables;
        this.settings = settings;
        this.mostSynergistic = new Ranking(settings.top(), lowBound);
        this.mostRedundant = new Ranking(settings.top(), highBound);
        this.singularPerVariable = new long[variables];
        this.determinants = settings.determinants() ? new ExactSums(1) : null;
        boolean full = settings.level() == Level.FULL;
        this.perVariable = full ? new PerVariable(variables) : null;
        this.distribution = full ? new Distribution() : null;
    }

    /** A landscape of nothing, for a scan of N variables. */
    public static Landscape empty(int variables, ScanSettings settings) {
        Ends ends = settings.ends();
        return new Landscape(
                variables,
                settings,
                ends.synergistic() ? Long.MAX_VALUE : Ranking.NOTHING,
                ends.redundant() ? Long.MAX_VALUE : Ranking.NOTHING);
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
        uncounted += other.uncounted;
        sum.merge(other.sum);
        if (determinants != null && other.determinants != null) {
            determinants.merge(other.determinants);
        }
        mostSynergistic.merge(other.mostSynergistic);
        mostRedundant.merge(other.mostRedundant);
        for (int i = 0; i < variables; i++) {
            singularPerVariable[i] += other.singularPerVariable[i];
        }
        if (perVariable != null && other.perVariable != null) {
            perVariable.merge(other.perVariable);
        }
        if (distribution != null && other.distribution != null) {
            distribution.merge(other.distribution);
        }
    }

    /**
     * Records one n-plet with its canonical values in everything this landscape keeps.
     *
     * @param nplet ascending indices [order]
     * @param rank its lexicographic rank
     * @param canonical scores it
     */
    public void record(int[] nplet, long rank, NpletScore canonical) {
        boolean regular = canonical.score(nplet, 0, settings.order());
        addDeterminant(nplet, canonical);
        if (regular) {
            rank(canonical.o(), rank);
        }
        if (!settings.level().counts()) {
            uncounted++;
        } else if (regular) {
            tally(nplet, canonical.o() - settings.bias());
        } else {
            singular++;
            for (int i = 0; i < settings.order(); i++) {
                singularPerVariable[nplet[i]]++;
            }
        }
    }

    /** Adds the determinant of one n-plet, where determinants are summed. */
    public void addDeterminant(int[] nplet, NpletScore canonical) {
        if (determinants != null) {
            determinants.add(0, canonical.determinant(nplet, 0, settings.order()));
        }
    }

    private void tally(int[] nplet, double omega) {
        sum.add(0, omega);
        if (omega > OmegaHistogram.BALANCED) {
            redundant++;
        } else if (omega < -OmegaHistogram.BALANCED) {
            synergistic++;
        } else {
            balanced++;
        }
        if (perVariable != null) {
            perVariable.record(nplet, settings.order(), omega);
        }
        if (distribution != null) {
            distribution.record(omega);
        }
    }

    /** Offers a canonical Omega to the rankings; counts and means are untouched. */
    public void rank(double omega, long rank) {
        long key = Ranking.key(omega);
        mostSynergistic.offer(key, rank);
        mostRedundant.offer(-key, rank);
    }

    /** Adds n-plets that a kernel screened for the rankings and did not tell apart; level extremes only. */
    public void addUncounted(long nplets) {
        uncounted += nplets;
    }

    /** Adds the counts of n-plets that a kernel scored itself; above level extremes only. */
    public void addCounts(long redundantCount, long synergisticCount, long balancedCount) {
        redundant += redundantCount;
        synergistic += synergisticCount;
        balanced += balancedCount;
    }

    /** Adds to the sum of Omega over n-plets that a kernel scored itself; above level extremes only. */
    public void addSum(double omegas) {
        sum.add(0, omegas);
    }

    /** Adds the sum of the determinants of n-plets that a kernel scored itself, where determinants are summed. */
    public void addDeterminants(double sumOfDeterminants) {
        if (determinants != null) {
            determinants.add(0, sumOfDeterminants);
        }
    }

    /** Bytes that {@link #write} writes. */
    public long bytes() {
        long plain = ScanSettings.BYTES
                + Integer.BYTES
                + (5L + variables) * Long.BYTES
                + ExactSums.BYTES
                + (determinants == null ? 0 : ExactSums.BYTES)
                + Ranking.bytes(mostSynergistic.size())
                + Ranking.bytes(mostRedundant.size());
        return distribution == null ? plain : plain + (long) variables * PerVariable.BYTES + Distribution.BYTES;
    }

    /** Writes all of it, in the form of docs/partial-results.md. */
    public void write(ByteBuffer out) {
        out.putInt(variables);
        settings.write(out);
        out.putLong(redundant)
                .putLong(synergistic)
                .putLong(balanced)
                .putLong(singular)
                .putLong(uncounted);
        sum.write(0, out);
        if (determinants != null) {
            determinants.write(0, out);
        }
        mostSynergistic.write(out);
        mostRedundant.write(out);
        for (long nplets : singularPerVariable) {
            out.putLong(nplets);
        }
        if (perVariable != null && distribution != null) {
            perVariable.write(out);
            distribution.write(out);
        }
    }

    /**
     * A landscape as it was written, to the last bit.
     *
     * @throws IllegalArgumentException no landscape is written so
     */
    public static Landscape read(ByteBuffer in) {
        int variables = in.getInt();
        if (variables < 2 || variables > in.remaining() / Long.BYTES) {
            throw new IllegalArgumentException("a landscape must be of 2 variables at least: N=" + variables);
        }
        Landscape read = empty(variables, ScanSettings.read(in));
        read.redundant = count(in);
        read.synergistic = count(in);
        read.balanced = count(in);
        read.singular = count(in);
        read.uncounted = count(in);
        read.sum.read(0, in);
        if (read.determinants != null) {
            read.determinants.read(0, in);
        }
        read.mostSynergistic = Ranking.read(in).below(read.nplets());
        read.mostRedundant = Ranking.read(in).below(read.nplets());
        for (int i = 0; i < variables; i++) {
            read.singularPerVariable[i] = count(in);
        }
        if (read.perVariable != null && read.distribution != null) {
            read.perVariable.read(in);
            read.distribution.read(in);
        }
        return read;
    }

    private static long count(ByteBuffer in) {
        long nplets = in.getLong();
        if (nplets < 0 || nplets > MOST_NPLETS) {
            throw new IllegalArgumentException("a landscape must count 0 or more n-plets: found " + nplets);
        }
        return nplets;
    }

    /** Number of variables N. */
    public int variables() {
        return variables;
    }

    /** Number of n-plets that there are of its order, recorded or not; at most 2^63-1. */
    public long nplets() {
        return Combinations.count(variables, settings.order());
    }

    /** The settings of the scan. */
    public ScanSettings settings() {
        return settings;
    }

    /** Number of n-plets recorded, at every level. */
    public long total() {
        return redundant + synergistic + balanced + singular + uncounted;
    }

    /** N-plets with Omega above 1e-10 nats; 0 at level extremes. */
    public long redundant() {
        return redundant;
    }

    /** N-plets with Omega below -1e-10 nats; 0 at level extremes. */
    public long synergistic() {
        return synergistic;
    }

    /** N-plets with |Omega| of at most 1e-10 nats; 0 at level extremes. */
    public long balanced() {
        return balanced;
    }

    /** N-plets without a finite Omega: some variable is a linear function of the others; 0 at level extremes. */
    public long singular() {
        return singular;
    }

    /** Number of singular n-plets that hold each variable [N]; 0 at level extremes. */
    public long[] singularPerVariable() {
        return singularPerVariable.clone();
    }

    /** Sum of Omega over the n-plets that are not singular; NaN at level extremes. */
    public double sum() {
        return settings.level().counts() ? sum.value(0) : Double.NaN;
    }

    /**
     * Sum of det R_S over all n-plets S, the singular ones too; NaN where {@link ScanSettings#determinants} did not ask for it. Over a
     * whole order it is an elementary symmetric function of the eigenvalues of R, which tells whether every n-plet was scored once.
     */
    public double determinants() {
        return determinants == null ? Double.NaN : determinants.value(0);
    }

    /** Mean of Omega over the n-plets that are not singular; NaN when there are none, and at level extremes. */
    public double mean() {
        return sum() / (total() - singular);
    }

    /** The n-plets with the smallest Omega; none when only the redundant end is kept. */
    public Ranking mostSynergistic() {
        return mostSynergistic;
    }

    /** The n-plets with the largest Omega; none when only the synergistic end is kept. */
    public Ranking mostRedundant() {
        return mostRedundant;
    }

    /** The counts and means per variable that level full adds; null below it. */
    public @Nullable PerVariable perVariable() {
        return perVariable;
    }

    /**
     * The counts and means per variable, for kernels that were asked for them.
     *
     * @throws IllegalStateException below level full
     */
    public PerVariable requirePerVariable() {
        return required(perVariable);
    }

    /** The variance and histogram that level full adds; null below it. */
    public @Nullable Distribution distribution() {
        return distribution;
    }

    /**
     * The variance and histogram, for kernels that were asked for them.
     *
     * @throws IllegalStateException below level full
     */
    public Distribution requireDistribution() {
        return required(distribution);
    }

    private <T> T required(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the landscape must be of level FULL: level=" + settings.level());
        }
        return part;
    }
}
