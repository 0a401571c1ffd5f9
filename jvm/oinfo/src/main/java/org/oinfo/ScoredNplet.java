package org.oinfo;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.oinfo.estimate.Measured;
import org.oinfo.estimate.Measures;

/**
 * An n-plet and its four measures.
 *
 * @param variables 0-based columns of the original data [k], ascending
 * @param measures nats; four NaN for a singular n-plet
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString see the elements
public record ScoredNplet(int[] variables, Measures measures) implements Measured {
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
