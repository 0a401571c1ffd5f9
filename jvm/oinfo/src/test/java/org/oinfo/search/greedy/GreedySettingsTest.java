package org.oinfo.search.greedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Ends;

class GreedySettingsTest {
    private static GreedySettings settings(int start, int starts, int beam, int max, Ends ends) {
        return new GreedySettings(start, starts, beam, max, ends, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 | 1 | 5 | a greedy search must start from n-plets of 2 or more variables: start order=1; 3 is usual",
                "4 | 1 | 1 | 3 | the largest order of a greedy search must not be below the order it starts from: max order=3,"
                        + " start order=4; choose a larger max order",
                "3 | 0 | 1 | 5 | a greedy search must have at least 1 start at each end: starts=0; choose 1 or more",
                "3 | 1 | 0 | 5 | a greedy search must keep at least 1 n-plet at each step: beam=0; choose 1 or more",
                "3 | 1 | 1 | 9 | the max order must not exceed the number of variables: max order=9, N=8; choose a smaller"
                        + " order or more columns",
                "3 | 1 | 1 | 7 | the max order must be below the number of samples, or every n-plet is singular: max order=7,"
                        + " T=7; choose a smaller order or give more samples"
            })
    void whatCannotBeIsRefused(int start, int starts, int beam, int max, String message) {
        assertThatThrownBy(() -> settings(start, starts, beam, max, Ends.BOTH).check(8, 7))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void theUsualLargestOrderIsWithinTheData() {
        assertThat(GreedySettings.usualMaxOrder(3, 100, 0)).isEqualTo(20);
        assertThat(GreedySettings.usualMaxOrder(3, 8, 0)).isEqualTo(8);
        assertThat(GreedySettings.usualMaxOrder(3, 100, 12)).isEqualTo(11);
        assertThat(GreedySettings.usualMaxOrder(25, 100, 500)).isEqualTo(25);
        assertThat(GreedySettings.upTo(9)).isEqualTo(settings(3, 10, 1, 9, Ends.BOTH));
    }
}
