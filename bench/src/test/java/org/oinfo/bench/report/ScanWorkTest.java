package org.oinfo.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.bench.ScanMode;

class ScanWorkTest {
    @ParameterizedTest
    @CsvSource({
        "extremes-synergistic, 4, 9, 15, 19, 24, 28",
        "extremes-redundant, 4, 9, 15, 19, 24, 28",
        "extremes, 5, 10, 16, 20, 25, 29",
        "plain, 10, 15, 21, 25, 30, 34",
        "full, 12, 17, 23, 27, 32, 36",
        "extremes-redundant-single, 5, 11, 18, 23, 29, 34",
        "extremes-synergistic-single, 5, 12, 18, 24, 29, 35",
        "extremes-single, 7, 17, 26, 34, 42, 50"
    })
    void instructionsOfOrders3To8(String mode, double k3, double k4, double k5, double k6, double k7, double k8) {
        double[] expected = {k3, k4, k5, k6, k7, k8};
        for (int k = 3; k <= 8; k++) {
            assertThat(ScanWork.instructions(k, ScanMode.of(mode)))
                    .as("order %d", k)
                    .isEqualTo(expected[k - 3]);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, plain", "4, plain-single", "2, extremes-single"})
    void whatIsNotKnownIsNaN(int order, String mode) {
        assertThat(ScanWork.instructions(order, ScanMode.of(mode))).isNaN();
    }
}
