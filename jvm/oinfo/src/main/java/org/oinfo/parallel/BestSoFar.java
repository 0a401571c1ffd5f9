package org.oinfo.parallel;

import java.util.Arrays;

/**
 * The best n-plet among those that a run has scored and merged until now.
 *
 * @param nplet its variables [k], ascending; of a target, its sources
 * @param value the measure that is sought in it, usually Omega, of a target dOmega: canonical, raw, nats
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and toString see the elements
public record BestSoFar(int[] nplet, double value) {
    @Override
    public boolean equals(Object other) {
        return other instanceof BestSoFar that
                && Arrays.equals(nplet, that.nplet)
                && Double.compare(value, that.value) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(nplet) + Double.hashCode(value);
    }

    @Override
    public String toString() {
        return Arrays.toString(nplet) + " " + value;
    }
}
