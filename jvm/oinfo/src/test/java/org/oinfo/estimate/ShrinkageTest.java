package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;

class ShrinkageTest {
    /**
     * Reference values: scikit-learn 1.9.1, sklearn.covariance.ledoit_wolf and oas of the fixture's standardised values
     * (divisor T), or of scipy's norm.ppf(rankdata / (T+1)) of them, standardised.
     */
    @ParameterizedTest
    @CsvSource({
        "GAUSSIAN, LEDOIT_WOLF, 200, 0.03921223197957687",
        "GAUSSIAN, OAS,         200, 0.036831924413745325",
        "GAUSSIAN, LEDOIT_WOLF,   8, 0.49044069134066876",
        "GAUSSIAN, OAS,           8, 0.508354267803835",
        "COPULA,   LEDOIT_WOLF, 200, 0.03827537428068162",
        "COPULA,   OAS,         200, 0.037338456449138115",
        "COPULA,   LEDOIT_WOLF,   8, 0.5406770239510995",
        "COPULA,   OAS,           8, 0.6799827972794635"
    })
    void intensity(Estimator estimator, Shrinkage shrinkage, int samples, double expected) {
        TableSamples data = TableSamples.fixture().head(samples);
        EstimateOptions raw =
                EstimateOptions.defaults().withEstimator(estimator).withThreads(2);
        CorrelationEstimate shrunk = CorrelationEstimator.fromSamples(data, raw.withShrinkage(shrinkage));
        assertThat(shrunk.shrinkageIntensity()).isCloseTo(expected, within(1e-14));

        CorrelationEstimate plain = CorrelationEstimator.fromSamples(data, raw);
        for (int i = 0; i < 6; i++) {
            assertThat(shrunk.matrix().get(i, i)).isEqualTo(1);
            for (int j = 0; j < i; j++) {
                assertThat(shrunk.matrix().get(i, j))
                        .isCloseTo((1 - expected) * plain.matrix().get(i, j), within(1e-14));
            }
        }
    }

    /** The shrunk matrices themselves, scikit-learn's element (0, 2) for T = 8. */
    @Test
    void shrunkCorrelation() {
        EstimateOptions options = EstimateOptions.defaults().withThreads(1);
        TableSamples data = TableSamples.fixture().head(8);
        assertThat(CorrelationEstimator.fromSamples(data, options.withShrinkage(Shrinkage.LEDOIT_WOLF))
                        .matrix()
                        .get(0, 2))
                .isCloseTo(0.015704585429822226, within(1e-15));
        assertThat(CorrelationEstimator.fromSamples(
                                data, options.withEstimator(Estimator.GAUSSIAN).withShrinkage(Shrinkage.OAS))
                        .matrix()
                        .get(0, 2))
                .isCloseTo(0.13380341521399583, within(1e-15));
    }

    @Test
    void orthogonalVariablesNeedNoShrinkage() {
        TableSamples square = TableSamples.of(new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}});
        EstimateOptions options =
                EstimateOptions.defaults().withEstimator(Estimator.GAUSSIAN).withThreads(1);
        CorrelationEstimate ledoitWolf =
                CorrelationEstimator.fromSamples(square, options.withShrinkage(Shrinkage.LEDOIT_WOLF));
        assertThat(ledoitWolf.shrinkageIntensity()).isZero();
        assertThat(ledoitWolf.matrix().get(0, 1)).isZero();
        CorrelationEstimate oas = CorrelationEstimator.fromSamples(square, options.withShrinkage(Shrinkage.OAS));
        assertThat(oas.shrinkageIntensity()).isEqualTo(1);
    }

    @Test
    void fewerSamplesThanVariablesBecomePositiveDefinite() {
        TableSamples data = TableSamples.of(TableSamples.normals(10, 30, new Random(2)));
        for (Shrinkage shrinkage : new Shrinkage[] {Shrinkage.LEDOIT_WOLF, Shrinkage.OAS}) {
            CorrelationEstimate estimate = CorrelationEstimator.fromSamples(
                    data, EstimateOptions.defaults().withShrinkage(shrinkage));
            assertThat(estimate.shrinkageIntensity()).isBetween(0.5, 1.0);
            double[][] rows = new double[30][30];
            for (int i = 0; i < 30 * 30; i++) {
                rows[i / 30][i % 30] = estimate.matrix().get(i / 30, i % 30);
            }
            assertThat(new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues())
                    .satisfies(values -> assertThat(Arrays.stream(values).min().orElseThrow())
                            .isGreaterThan(0.1));
        }
    }
}
