package org.oinfo;

import java.util.Arrays;
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
        // No stream: tables have millions of rows.
        StringBuilder key = new StringBuilder(4 * variables.length);
        for (int i = 0; i < variables.length; i++) {
            (i == 0 ? key : key.append(';')).append(variables[i]);
        }
        return key.toString();
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
