package org.oinfo.parallel;

import java.util.Arrays;

/**
 * The best n-plet among those that a run has scored and merged until now.
 *
 * @param nplet its variables [k], ascending
 * @param value what is sought in it, nats, less its bias where that was asked for
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
