package org.oinfo;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.oinfo.estimate.Measures;

/**
 * An n-plet and its four measures.
 *
 * @param variables 0-based columns of the original data [k], ascending
 * @param measures nats; four NaN for a singular n-plet
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString see the elements
public record ScoredNplet(int[] variables, Measures measures) {
    /** Total correlation, nats. */
    public double tc() {
        return measures.tc();
    }

    /** Dual total correlation, nats. */
    public double dtc() {
        return measures.dtc();
    }

    /** O-information, nats: positive when redundancy dominates, negative when synergy does. */
    public double o() {
        return measures.o();
    }

    /** S-information, nats. */
    public double s() {
        return measures.s();
    }

    /** Whether some variable is a linear function of the others, so that no measure is finite. */
    public boolean singular() {
        return measures.singular();
    }

    /** The columns joined by {@code ;}, as in files. */
    public String key() {
        return Arrays.stream(variables).mapToObj(Integer::toString).collect(Collectors.joining(";"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoredNplet that
                && Arrays.equals(variables, that.variables)
                && measures.equals(that.measures);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(variables) + measures.hashCode();
    }

    @Override
    public String toString() {
        return "{" + key() + "} " + measures;
    }
}
