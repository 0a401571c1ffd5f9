package org.oinfo.search.anneal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.NpletScore;
import org.oinfo.scan.RankBy;

/**
 * The quantity that a search makes as small as it can: a measure, Omega unless another was asked for, for the synergistic end, its
 * negative for the redundant one, in units of 2^-40 nats, less its bias where orders are compared with each other.
 *
 * @param measure what is sought extremes of
 * @param redundant which end is sought
 * @param bias of the four measures at each order [largest order + 1], or null without bias correction
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Objective(RankBy measure, boolean redundant, Measures @Nullable [] bias) {
    /** Of an n-plet without a value: above every other, and far enough from the largest long to take differences. */
    static final long SINGULAR = 1L << 62;

    private static final int LEAST_ORDER = 2;

    /** For each of the ends, synergistic first; {@code samples} is T, or 0 without bias correction. */
    static List<Objective> of(RankBy measure, Ends ends, int largestOrder, int samples) {
        Measures[] bias = samples == 0 ? null : new Measures[largestOrder + 1];
        for (int order = LEAST_ORDER; bias != null && order <= largestOrder; order++) {
            bias[order] = new BiasCorrection(order, samples).measures();
        }
        List<Objective> objectives = new ArrayList<>();
        if (ends.synergistic()) {
            objectives.add(new Objective(measure, false, bias));
        }
        if (ends.redundant()) {
            objectives.add(new Objective(measure, true, bias));
        }
        return objectives;
    }

    /** Value that is made small of raw TC, DTC, Omega and S at raw[at..at+3], nats; NaN of a singular n-plet and where there is none. */
    double value(double[] raw, int at, int order) {
        return value(raw[at], raw[at + 1], raw[at + 2], raw[at + 3], order);
    }

    /** The same of the n-plet that was scored last. */
    double value(NpletScore score, int order) {
        return value(score.tc(), score.dtc(), score.o(), score.s(), order);
    }

    /** The same of measures without their bias. */
    double value(Measures corrected) {
        return signed(corrected.tc(), corrected.dtc(), corrected.o(), corrected.s());
    }

    private double value(double tc, double dtc, double o, double s, int order) {
        if (bias == null) {
            return signed(tc, dtc, o, s);
        }
        Measures less = bias[order];
        return signed(tc - less.tc(), dtc - less.dtc(), o - less.o(), s - less.s());
    }

    private double signed(double tc, double dtc, double o, double s) {
        if (Double.isNaN(o)) {
            return Double.NaN;
        }
        double value = measure.of(tc, dtc, o, s);
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        return redundant ? -value : value;
    }

    /** A value in units of 2^-40 nats; {@link #SINGULAR} for NaN. */
    static long key(double value) {
        return Double.isNaN(value) ? SINGULAR : RankBy.key(value);
    }
}
