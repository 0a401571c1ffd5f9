package org.oinfo.estimate;

/** An n-plet whose four measures are known, nats; four NaN for a singular one. */
public interface Measured {
    /** The four together. */
    Measures measures();

    /** Total correlation. */
    default double tc() {
        return measures().tc();
    }

    /** Dual total correlation. */
    default double dtc() {
        return measures().dtc();
    }

    /** O-information: positive when redundancy dominates, negative when synergy does. */
    default double o() {
        return measures().o();
    }

    /** S-information. */
    default double s() {
        return measures().s();
    }

    /** Whether some variable is a linear function of the others, so that no measure is finite. */
    default boolean singular() {
        return measures().singular();
    }
}
