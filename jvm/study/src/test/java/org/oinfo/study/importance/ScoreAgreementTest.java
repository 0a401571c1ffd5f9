package org.oinfo.study.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreAgreementTest {
    @Test
    void equalValuesShareTheMeanOfTheirRanks() {
        assertThat(AverageRanks.of(new double[] {3, 0.0, 1, -0.0, 3, 3, -2})).containsExactly(6, 2.5, 4, 2.5, 6, 6, 1);
        assertThat(AverageRanks.of(new double[0])).isEmpty();
    }

    @Test
    void withoutTiesTheCorrelationIsThatOfTheSquaredRankDifferences() {
        double[] x = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
        double[] y = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};
        // 1 - 6 * 194 / (10 * 99)
        assertThat(ScoreAgreement.spearman(x, y)).isCloseTo(-29 / 165.0, within(1e-15));
    }

    @Test
    void aMonotoneScoreAgreesWhollyAndAReversedOneNotAtAll() {
        double[] x = {0.1, 0.2, 0.2, 5, 9};
        double[] cubes = {0.001, 0.008, 0.008, 125, 729};
        double[] reversed = {-0.1, -0.2, -0.2, -5, -9};
        assertThat(ScoreAgreement.spearman(x, cubes)).isEqualTo(1);
        assertThat(ScoreAgreement.spearman(x, reversed)).isEqualTo(-1);
    }

    @Test
    void aConstantScoreAgreesWithNone() {
        assertThat(ScoreAgreement.spearman(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isNull();
        assertThat(ScoreAgreement.spearman(new double[] {1, 2}, new double[] {4, 4}))
                .isNull();
        assertThat(ScoreAgreement.spearman(new double[] {1}, new double[] {2})).isNull();
        assertThat(ScoreAgreement.spearman(new double[0], new double[0])).isNull();
    }
}
