package org.oinfo.kernels.pairs;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.OmegaHistogram;
import org.oinfo.kernels.ScanSettings;

/**
 * Goes through runs n-plet by n-plet: what a fast run cannot decide. Those that may enter a ranking and those that are not
 * sound are scored canonically; where the run was not counted as a whole, the sound ones are counted here.
 *
 * <p>Sums belong to one prefix and one half of the l of a run, and fold in the order of the prefixes: however many prefixes and
 * vectors run at once, no bit changes.
 */
public abstract class PairReview {
    /** Omega less its bias of the run that is gone through, and negative where it is sound [steps][width]. */
    protected final double[] omega;

    protected final long[] sound;
    /** The n-plet that is gone through [k]. */
    protected final int[] nplet;
    /** Sums of Omega over the range. */
    protected final CompensatedSums sum = new CompensatedSums(1);

    private final Canonical canonical;
    private final Combinations combinations;
    private final int members;
    private final int dummies;
    private final int width;
    private final double bias;
    /** Sums of Omega added one by one [prefixes][2]. */
    private final CompensatedSums parts;

    private final int most;
    private int lastMember;
    private int part;

    private Landscape into;
    private double margin;
    private double highest;
    private double lowest;
    private long scored;
    private long redundant;
    private long synergistic;

    /**
     * @param dummies variables in front of those of {@code r} in the numbers of the runs
     * @param steps most steps of a run
     * @param width values of l in a run
     * @param prefixes most prefixes at once
     */
    protected PairReview(CorrelationMatrix r, ScanSettings settings, int dummies, int steps, int width, int prefixes) {
        this.dummies = dummies;
        this.width = width;
        most = prefixes;
        combinations = new Combinations(r.variables(), settings.order());
        canonical = new Canonical(r);
        members = settings.order() - 3;
        nplet = new int[settings.order()];
        bias = settings.bias();
        omega = new double[steps * width];
        sound = new long[steps * width];
        parts = new CompensatedSums(2 * prefixes);
        into = Landscape.empty(r.variables(), settings);
    }

    /** Where the range is recorded. */
    protected final Landscape landscape() {
        return into;
    }

    /** N-plets of a range follow. */
    public void begin(Landscape landscape) {
        into = landscape;
        scored = 0;
        redundant = 0;
        synergistic = 0;
        sum.clear();
        parts.clear();
    }

    /** No more of the range: what was counted goes into its landscape. */
    public void end() {
        if (into.settings().level().counts()) {
            into.addCounts(redundant, synergistic, scored - redundant - synergistic);
            into.addSum(sum.value(0));
        } else {
            into.addUncounted(scored);
        }
    }

    /**
     * N-plets of prefixes follow.
     *
     * @param prefix members of the first [k-3 or more]
     * @param error bound on the difference of Omega between a run and the canonical routine, nats
     */
    public void beginPrefixes(int[] prefix, double error) {
        System.arraycopy(prefix, 0, nplet, 0, members);
        lastMember = members == 0 ? 0 : prefix[members - 1];
        margin = error;
        updateThresholds();
    }

    /** No more n-plets of these prefixes. */
    public void endPrefixes() {
        for (int i = 0; i < 2 * most; i++) {
            sum.add(0, parts.value(i));
        }
        parts.clear();
    }

    /** An n-plet that is not sound, in {@link #nplet}, was recorded canonically. */
    protected void leaveOut() {}

    /** Omega less its bias of {Q, q, q+1, q+2} for the first prefix, by the canonical routine; NaN where it is singular. */
    protected final double canonicalOmega(int q) {
        for (int i = 0; i < 3; i++) {
            nplet[members + i] = q + i;
        }
        canonical.score(nplet, 0, nplet.length);
        return canonical.o() - bias;
    }

    /** Thresholds for runs: they may have moved. */
    protected abstract void setThresholds(double high, double low);

    /** Adds one sound n-plet, in {@link #nplet}, that is gone through by itself. */
    protected abstract void add(double o);

    /** Counts n-plets. */
    public final void count(long nplets, long ofRedundant, long ofSynergistic) {
        scored += nplets;
        redundant += ofRedundant;
        synergistic += ofSynergistic;
    }

    /** Counts and sums one n-plet. */
    protected final void count(double o) {
        count(1, o > OmegaHistogram.BALANCED ? 1 : 0, o < -OmegaHistogram.BALANCED ? 1 : 0);
        parts.add(part, o);
    }

    /**
     * Goes through lanes [first, end) of the run whose values are in {@link #omega} and {@link #sound}.
     *
     * @param whole whether to add the sound ones too and record the others canonically
     * @param i which of the prefixes
     * @param j its pairs, in the numbers of the runs: (j, l + lane)
     * @param from the first q
     */
    protected final void goThrough(boolean whole, int i, int j, int l, int first, int end, int from, int steps) {
        if (members > 0) {
            nplet[members - 1] = lastMember + i;
        }
        nplet[members + 1] = j - dummies;
        for (int step = 0; step < steps; step++) {
            nplet[members] = from + step - dummies;
            for (int lane = first; lane < end; lane++) {
                part = 2 * i + (2 * lane >= width ? 1 : 0);
                nplet[members + 2] = l + lane - dummies;
                decide(whole, step * width + lane);
            }
        }
        updateThresholds();
    }

    private void decide(boolean whole, int at) {
        if (sound[at] >= 0) {
            if (whole) {
                record();
            }
            return;
        }
        double o = omega[at];
        if (whole) {
            add(o);
            // Runs of level full have added the determinant of each sound n-plet.
            if (into.settings().level() == Level.PLAIN) {
                into.addDeterminant(nplet, canonical);
            }
        }
        if ((o >= highest || o <= lowest) && canonical.score(nplet, 0, nplet.length)) {
            into.rank(canonical.o(), combinations.rank(nplet));
        }
    }

    /** Records an n-plet that is not sound. At level plain its Omega joins the sums of its prefix. */
    private void record() {
        long rank = combinations.rank(nplet);
        if (into.settings().level() == Level.PLAIN && canonical.score(nplet, 0, nplet.length)) {
            into.rank(canonical.o(), rank);
            into.addDeterminant(nplet, canonical);
            count(canonical.o() - bias);
        } else {
            into.record(nplet, rank, canonical);
            leaveOut();
        }
    }

    private void updateThresholds() {
        highest = -into.mostRedundant().worst() - margin - bias;
        lowest = into.mostSynergistic().worst() + margin - bias;
        setThresholds(Math.exp(-2 * highest), Math.exp(-2 * lowest));
    }

    /** The smallest Omega less its bias that may be among the most redundant. */
    protected final double highest() {
        return highest;
    }

    /** The largest Omega less its bias that may be among the most synergistic. */
    protected final double lowest() {
        return lowest;
    }
}
