package org.oinfo.simulate;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * A group of variables that depend on each other, and its measures in the limit of infinitely many samples.
 *
 * @param kind the structure it has
 * @param nplet its variables, ascending
 * @param tc total correlation, nats
 * @param dtc dual total correlation, nats
 */
public record PlantedGroup(Structure kind, int[] nplet, double tc, double dtc) {
    /** Variables of a Gaussian with these correlations. */
    static PlantedGroup gaussian(Structure kind, int[] nplet, CorrelationMatrix r) {
        Canonical exact = new Canonical(r);
        if (!exact.score(nplet, 0, nplet.length)) {
            throw new IllegalStateException("planted variables must not determine each other");
        }
        return new PlantedGroup(kind, nplet, exact.tc(), exact.dtc());
    }

    /** O-information TC - DTC, nats. */
    public double o() {
        return tc - dtc;
    }

    /** S-information TC + DTC, nats. */
    public double s() {
        return tc + dtc;
    }
}
