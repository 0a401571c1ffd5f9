package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.oinfo.kernels.Ranking;

/** Results that are equal to the last bit, but for how long they took. */
public final class SameBits {
    private SameBits() {}

    /** Compares results that were found with some seed. */
    public static void assertSame(Object found, Object expected, long seed) {
        assertThat(found)
                .as("seed %d", seed)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .withEqualsForType(
                        (one, other) -> Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other),
                        Double.class)
                // Entries lie in a heap, in any order.
                .withEqualsForType((one, other) -> Arrays.equals(one.sortedRanks(), other.sortedRanks()), Ranking.class)
                .ignoringFieldsMatchingRegexes("(.*\\.)?seconds")
                .isEqualTo(expected);
    }
}
