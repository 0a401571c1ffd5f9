package org.oinfo.search.anneal;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Ranking;

/**
 * The quantity that a search makes as small as it can: Omega for the synergistic end, -Omega for the redundant one, in units of 2^-40
 * nats, less its bias where orders are compared with each other.
 *
 * @param redundant which end is sought
 * @param bias of Omega at each order, nats [largest order + 1]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Objective(boolean redundant, double[] bias) {
    /** Of a singular n-plet: above every other, and far enough from the largest long to take differences. */
    static final long SINGULAR = 1L << 62;

    /** For each of the ends, synergistic first; {@code samples} is T, or 0 without bias correction. */
    static List<Objective> of(Ends ends, int largestOrder, int samples) {
        double[] bias = new double[largestOrder + 1];
        if (samples > 0) {
            for (int order = 3; order <= largestOrder; order++) {
                bias[order] = new BiasCorrection(order, samples).o();
            }
        }
        List<Objective> objectives = new ArrayList<>();
        if (ends.synergistic()) {
            objectives.add(new Objective(false, bias));
        }
        if (ends.redundant()) {
            objectives.add(new Objective(true, bias));
        }
        return objectives;
    }

    /** Value that is made small, nats; NaN of a singular n-plet. */
    double value(double omega, int order) {
        double corrected = omega - bias[order];
        return redundant ? -corrected : corrected;
    }

    /** The same in units of 2^-40 nats; {@link #SINGULAR} for NaN. */
    long key(double omega, int order) {
        return Double.isNaN(omega) ? SINGULAR : Ranking.key(value(omega, order));
    }
}
