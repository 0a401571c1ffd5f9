package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.kernels.Combinations;

class ScanRangeTest {
    @ParameterizedTest
    @CsvSource({"20, 8, 125970", "1000, 3, 166167000", "30, 5, 142506"})
    void smallOrdersAndTripletsAreWhole(int variables, int order, long total) {
        assertThat(ScanRange.of(variables, order, 1_000_000)).isEqualTo(new ScanRange(0, total, true));
    }

    @ParameterizedTest
    @CsvSource({"1000, 4", "400, 5", "1000, 7", "50, 8", "100, 7"})
    void partsBeginAndEndWherePrefixesDo(int variables, int order) {
        Combinations combinations = new Combinations(variables, order);
        int[] first = new int[order];
        int[] next = new int[order];

        ScanRange range = ScanRange.of(variables, order, 20_000_000);

        assertThat(range.whole()).isFalse();
        assertThat(range.size()).isGreaterThanOrEqualTo(20_000_000);
        combinations.unrank(range.from(), first);
        combinations.unrank(range.to(), next);
        for (int i = 0; i < order - 3; i++) {
            assertThat(first[i]).isEqualTo((i + 1) * (variables + 1) / (order + 1) - 1);
        }
        for (int i = order - 3; i < order; i++) {
            assertThat(first[i]).isEqualTo(first[i - 1] + 1);
            assertThat(next[i]).isEqualTo(next[i - 1] + 1);
        }
    }

    @Test
    void aPartThatReachesTheEndStopsThere() {
        // Order 4 of 40: from prefix {7} on there are C(32,4) + C(32,3) n-plets, fewer than asked for.
        ScanRange range = ScanRange.of(40, 4, 91_000);

        assertThat(range).isEqualTo(new ScanRange(91_390 - 40_920, 91_390, false));
    }
}
