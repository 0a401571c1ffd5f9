package org.oinfo.statistics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.scan.TestMatrices;

/** Against the eigenvalues of Apache Commons Math. */
class SpectrumMatchedTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 20, 60})
    void eigenvaluesStay(int n) {
        CorrelationMatrix r = oneFactor(n, 0.6);
        for (int draw = 0; draw < 5; draw++) {
            CorrelationMatrix matched = SpectrumMatched.draw(r, RandomStreams.of(17, draw));
            assertThat(eigenvalues(matched)).containsExactly(eigenvalues(r), within(1e-12 * n));
        }
    }

    @Test
    void singularMatricesStaySingular() {
        CorrelationMatrix r = TestMatrices.duplicate(12, 3);
        double[] eigenvalues = eigenvalues(SpectrumMatched.draw(r, RandomStreams.of(5, 0)));
        assertThat(eigenvalues).containsExactly(eigenvalues(r), within(1e-12));
    }

    @Test
    void uncorrelatedVariablesStayUncorrelated() {
        CorrelationMatrix r = oneFactor(9, 0);
        CorrelationMatrix matched = SpectrumMatched.draw(r, RandomStreams.of(1, 2));
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(matched.get(i, j)).isEqualTo(0, within(1e-14));
            }
        }
    }

    /** Rank one and all variables the same: the spectrum leaves no choice but the signs. */
    @Test
    void whatHasOneDimensionKeepsIt() {
        CorrelationMatrix matched = SpectrumMatched.draw(oneFactor(8, 1), RandomStreams.of(3, 4));
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Math.abs(matched.get(i, j))).isEqualTo(1, within(1e-12));
            }
        }
    }

    /** A factor common to all cannot be told from the matched ones by its spectrum, and by its correlations at once. */
    @Test
    void eigenvectorsAreTurned() {
        CorrelationMatrix matched = SpectrumMatched.draw(oneFactor(30, 0.6), RandomStreams.of(8, 8));
        double mean = 0;
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < i; j++) {
                mean += matched.get(i, j) / (30 * 29 / 2.0);
            }
        }
        assertThat(Math.abs(mean)).isLessThan(0.2);
        assertThat(SpectrumMatched.draw(oneFactor(30, 0.6), RandomStreams.of(8, 9))
                        .array())
                .isNotEqualTo(matched.array());
        assertThat(SpectrumMatched.draw(oneFactor(30, 0.6), RandomStreams.of(8, 8))
                        .array())
                .isEqualTo(matched.array());
    }

    @Test
    void whoeverAsksForALargeOneCanStopIt() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> SpectrumMatched.draw(
                        oneFactor(30, 0.6), RandomStreams.of(1, 1), () -> asked.incrementAndGet() < 5))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(5);
    }

    /** All pairs correlated alike. */
    private static CorrelationMatrix oneFactor(int n, double correlation) {
        double[] r = new double[n * n];
        Arrays.fill(r, correlation);
        for (int i = 0; i < n; i++) {
            r[i * n + i] = 1;
        }
        return CorrelationMatrix.wrap(n, r);
    }

    private static double[] eigenvalues(CorrelationMatrix r) {
        int n = r.variables();
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOfRange(r.array(), i * n, (i + 1) * n);
        }
        double[] values = new EigenDecomposition(new Array2DRowRealMatrix(rows)).getRealEigenvalues();
        Arrays.sort(values);
        return values;
    }
}
