package org.oinfo.estimate;

import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.NpletScore;

/**
 * The four measures of an n-plet, nats; four NaN for a singular one.
 *
 * @param tc total correlation
 * @param dtc dual total correlation
 * @param o O-information: positive when redundancy dominates, negative when synergy does
 * @param s S-information
 */
public record Measures(double tc, double dtc, double o, double s) {
    /** Those of the last n-plet that was scored, raw. */
    public static Measures of(NpletScore scored) {
        return new Measures(scored.tc(), scored.dtc(), scored.o(), scored.s());
    }

    /** Those at values[at..at+3]: TC, DTC, Omega and S. */
    public static Measures of(double[] values, int at) {
        return new Measures(values[at], values[at + 1], values[at + 2], values[at + 3]);
    }

    /** These measures less their bias; themselves where there is none to subtract. */
    public Measures less(@Nullable BiasCorrection bias) {
        if (bias == null) {
            return this;
        }
        Measures less = bias.measures();
        return new Measures(tc - less.tc, dtc - less.dtc, o - less.o, s - less.s);
    }

    /** TC, DTC, Omega and S, as {@link #of(double[], int)} reads them. */
    public double[] values() {
        return new double[] {tc, dtc, o, s};
    }

    /** Whether some variable is a linear function of the others, so that no measure is finite. */
    public boolean singular() {
        return Double.isNaN(o);
    }

    @Override
    public String toString() {
        return "o=" + o + " tc=" + tc + " dtc=" + dtc + " s=" + s;
    }
}
