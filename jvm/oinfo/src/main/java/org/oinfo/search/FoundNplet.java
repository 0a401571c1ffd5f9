package org.oinfo.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.NpletScore;

/**
 * An n-plet that a search came upon and its canonical measures, nats, less their bias where that was asked for. A singular
 * n-plet has four NaN.
 *
 * @param nplet positions of its variables [k], ascending
 * @param tc total correlation
 * @param dtc dual total correlation
 * @param o O-information: positive when redundancy dominates, negative when synergy does
 * @param s S-information
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString see the elements
public record FoundNplet(int[] nplet, double tc, double dtc, double o, double s) {
    /** What {@code canonical} says of an n-plet, raw. */
    public static FoundNplet of(int[] nplet, NpletScore canonical) {
        canonical.score(nplet, 0, nplet.length);
        return new FoundNplet(nplet, canonical.tc(), canonical.dtc(), canonical.o(), canonical.s());
    }

    /** These measures less their bias; themselves where there is none to subtract. */
    public FoundNplet less(@Nullable BiasCorrection bias) {
        return bias == null
                ? this
                : new FoundNplet(nplet, tc - bias.tc(), dtc - bias.dtc(), o - bias.o(), s - bias.s());
    }

    /** Number of variables k. */
    public int order() {
        return nplet.length;
    }

    /** Whether some variable is a linear function of the others, so that no measure is finite. */
    public boolean singular() {
        return Double.isNaN(o);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoundNplet that
                && Arrays.equals(nplet, that.nplet)
                && Double.compare(tc, that.tc) == 0
                && Double.compare(dtc, that.dtc) == 0
                && Double.compare(o, that.o) == 0
                && Double.compare(s, that.s) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(nplet) + Double.hashCode(o);
    }

    @Override
    public String toString() {
        return Arrays.toString(nplet) + " o=" + o + " tc=" + tc + " dtc=" + dtc + " s=" + s;
    }
}
