package org.oinfo;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An n-plet and its four measures in nats. A singular n-plet has four NaN.
 *
 * @param variables 0-based columns of the original data [k], ascending
 * @param tc total correlation
 * @param dtc dual total correlation
 * @param o O-information: positive when redundancy dominates, negative when synergy does
 * @param s S-information
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString see the elements
public record ScoredNplet(int[] variables, double tc, double dtc, double o, double s) {
    /** Whether some variable is a linear function of the others, so that no measure is finite. */
    public boolean singular() {
        return Double.isNaN(o);
    }

    /** The columns joined by {@code ;}, as in files. */
    public String key() {
        return Arrays.stream(variables).mapToObj(Integer::toString).collect(Collectors.joining(";"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoredNplet that
                && Arrays.equals(variables, that.variables)
                && Double.compare(tc, that.tc) == 0
                && Double.compare(dtc, that.dtc) == 0
                && Double.compare(o, that.o) == 0
                && Double.compare(s, that.s) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(variables) + Double.hashCode(o);
    }

    @Override
    public String toString() {
        return "{" + key() + "} o=" + o + " tc=" + tc + " dtc=" + dtc + " s=" + s;
    }
}
