package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.SquareMatrix;
import org.oinfo.data.Warning;

class GivenCovarianceTest {
    @Test
    void scaledToCorrelation() {
        CorrelationEstimate estimate = estimate(4, 3, 0.1, 3, 9, 0, 0.1, 0, 0.01);
        assertThat(estimate.matrix().array()).containsExactly(1, 0.5, 0.5, 0.5, 1, 0, 0.5, 0, 1);
        assertThat(estimate.samples()).isZero();
        assertThat(estimate.tiedValues()).isZero();
        assertThat(estimate.shrinkageIntensity()).isNaN();
        assertThat(estimate.variables()).containsExactly(0, 1, 2);
        assertThat(estimate.dead()).isEmpty();
        assertThat(estimate.collinear()).isEmpty();
    }

    @Test
    void aCorrelationMatrixPassesUnchanged() {
        double[] r = {1, 0.8, 0.3, 0.1, 0.8, 1, 0.2, 0.05, 0.3, 0.2, 1, 0.6, 0.1, 0.05, 0.6, 1};
        CorrelationEstimate estimate = estimate(r);
        assertThat(estimate.matrix().array()).containsExactly(r);
        assertThat(Oracle.measures(estimate, 0, 1, 2, 3)[2]).isCloseTo(0.0226232543, within(6e-11));
    }

    @Test
    void noVarianceIsLeftOut() {
        CorrelationEstimate estimate = estimate(1, 0, 1, 0, 0, 0, 1, 0, 1);
        assertThat(estimate.variables()).containsExactly(0, 2);
        assertThat(estimate.dead()).containsExactly(1);
        assertThat(estimate.collinear()).containsExactly(new Collinear(0, 2, 1));
    }

    @Test
    void roundingIsForgiven() {
        assertThat(estimate(1, 0.5, 0.5 + 8e-11, 1).matrix().get(0, 1)).isCloseTo(0.5 + 4e-11, within(1e-16));
        assertThat(estimate(1, 1 + 5e-11, 1 + 5e-11, 1).matrix().get(0, 1)).isEqualTo(1);
        // Asymmetry is judged on the scale of correlations, whatever the units.
        assertThat(estimate(1e20, 5e19, 5e19 + 1e9, 1e20).matrix().get(0, 1)).isCloseTo(0.5, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 0.5 0.5000000002 1 | a covariance matrix must be symmetric: matrix.npy has 0.5 at row 0, column 1 \"v1\""
                        + " but 0.5000000002 at row 1, column 0 \"v0\" (rows and columns count from 0); give both halves"
                        + " alike, or open it with DataFiles.open if rows are samples",
                "4 6.1 6.1 9 | a covariance must not exceed the product of the standard deviations: matrix.npy has 6.1 at row"
                        + " 0, column 1 \"v1\" (rows and columns count from 0), a correlation of 1.0166666666666666; check"
                        + " that the file is a covariance; if it holds Fisher z, give tanh of it",
                "0 0.5 0.5 0 | a covariance or correlation matrix must have variances on its diagonal: matrix.npy has 0 all"
                        + " along it; if it is a connectivity matrix without its diagonal, set that to 1"
                        + " (numpy.fill_diagonal(r, 1))",
                "0 1.5 1.5 0 | a covariance or correlation matrix must have variances on its diagonal: matrix.npy has 0 all"
                        + " along it; if it is a connectivity matrix without its diagonal, set that to 1"
                        + " (numpy.fill_diagonal(r, 1)), after tanh if it holds Fisher z",
                "1 0 0 -2 | a variance must not be negative: matrix.npy has -2.0 at row 1, column 1 \"v1\" (rows and columns"
                        + " count from 0); check that the file is a covariance",
                "1 NaN 0 1 | a covariance matrix must hold finite numbers: matrix.npy has NaN at row 0, column 1 \"v1\""
                        + " (rows and columns count from 0); leave that variable out",
                "1 0.2 0 0 | a variable of variance 0 must have covariances of 0: matrix.npy has 0.0 at row 1, column 1"
                        + " \"v1\" but 0.0 at row 1, column 0 \"v0\" and 0.2 at row 0, column 1 \"v1\" (rows and columns"
                        + " count from 0); check that the file is a covariance",
                "1 0 0 0 | at least 2 variables must vary: found 1 of 2 in matrix.npy; constant: column 1 \"v1\"; give data"
                        + " with more variables that change",
                "1 2 3 | a covariance matrix must be square: found 3 values for 2 variables in matrix.npy",
                "1 0.9 0.9 0.9 1 -0.9 0.9 -0.9 1 | a covariance matrix must be positive semidefinite: the correlations of the"
                        + " variables up to column 2 \"v2\" have an eigenvalue of -0.800000 or less in matrix.npy (columns"
                        + " count from 0); estimate it from complete samples, or add to its diagonal"
            })
    void refused(String values, String message) {
        double[] c = Arrays.stream(values.trim().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThatThrownBy(() -> estimate(c))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void aPartIsTakenAndItsColumnsKeepTheirNumbers() {
        double[] c = {4, 9, 1, 9, -1, 9, 1, 9, 1};
        SquareMatrix given = new SquareMatrix(3, c, List.of("hip", "knee", "toe"), "matrix.npy");
        CorrelationEstimate part = CorrelationEstimator.fromCovariance(given, new int[] {0, 2});
        assertThat(part.matrix().array()).containsExactly(1, 0.5, 0.5, 1);
        assertThat(part.variables()).containsExactly(0, 1);
        c[6] = 3;
        assertThatThrownBy(() -> CorrelationEstimator.fromCovariance(given, new int[] {0, 2}))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a covariance matrix must be symmetric: matrix.npy has 1.0 at row 0, column 2 \"toe\" but 3.0 at"
                                + " row 2, column 0 \"hip\" (rows and columns count from 0); give both halves alike, or open it with"
                                + " DataFiles.open if rows are samples");
    }

    /** 1 - (n-1) rho' is the smallest eigenvalue of n variables with correlations -rho'. */
    @Test
    void eigenvaluesDownToTheToleranceAreAccepted() {
        int n = 5;
        assertThat(estimate(equicorrelated(n, -0.25 - 0.24e-10 * n)).matrix().variables())
                .isEqualTo(n);
        assertThatThrownBy(() -> estimate(equicorrelated(n, -0.25 - 0.26e-10 * n)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("column 4 \"v4\" have an eigenvalue of -5.20000e-10 or less");
        assertThat(estimate(equicorrelated(n, 1)).collinear()).hasSize(10);
    }

    /** Four variables with correlations of -1/3: an eigenvalue of 0, of which rounding makes a little more or a little less. */
    @ParameterizedTest
    @ValueSource(strings = {"single", "7", "6", "5"})
    void aSingularMatrixIsSingularHoweverItsNumbersWereRounded(String precision) {
        for (double towards : new double[] {-1, 1}) {
            int n = 4;
            double rho = -1.0 / 3;
            double unit = precision.equals("single") ? 0x1p-25 : Double.parseDouble("1e-" + precision);
            double rounded = towards < 0 ? Math.floor(rho / unit) * unit : Math.ceil(rho / unit) * unit;
            // A value of few decimals is the double next to it, not a multiple of a unit that is none itself.
            rounded = precision.equals("single") ? rounded : Math.rint(rounded / unit) / Math.rint(1 / unit);
            CorrelationEstimate estimate = estimate(equicorrelated(n, rounded));
            assertThat(1 + 3 * estimate.matrix().get(0, 1)).isCloseTo(0, within(1e-15));
            assertThat(estimate.matrix().get(0, 1)).isCloseTo(rho, within(2e-16));
            assertThat(estimate.warnings()).hasSize(1);
            Warning warning = estimate.warnings().getFirst();
            assertThat(warning.name()).isEqualTo(Warning.Name.MATRIX_ROUNDED);
            assertThat(warning.data()).containsEntry("eigenvalues", 1);
            assertThat((double) Objects.requireNonNull(warning.data().get("largest")))
                    .isCloseTo(3 * Math.abs(rounded - rho), within(1e-13));
            // Every three of the four have determinant (1 - rho)^2 (1 + 2 rho), no less than the exact matrix.
            assertThat(Oracle.measures(estimate, 0, 1, 2)[0]).isCloseTo(-0.5 * Math.log(16.0 / 9 / 3), within(1e-12));
        }
    }

    @Test
    void beyondTheRoundingItIsRefused() {
        // 3 rho + 1 = -3e-5 with 6 decimals: 4e-6 are allowed.
        assertThatThrownBy(() -> estimate(equicorrelated(4, -0.333343)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("have an eigenvalue of -2.90000e-05 or less");
        CorrelationEstimate near = estimate(equicorrelated(4, -0.333323));
        assertThat(near.warnings()).isEmpty();
        assertThat(near.matrix().get(0, 1)).isEqualTo(-0.333323);
    }

    @Test
    void halvesOfSinglePrecisionAreAveraged() {
        double[] r = {1, (float) 0.3, (float) 0.3 + 0x1p-23, 1};
        CorrelationEstimate estimate = estimate(r);
        assertThat(estimate.matrix().get(0, 1)).isEqualTo((float) 0.3 + 0x1p-24);
        assertThat(estimate.warnings().getFirst().message())
                .isEqualTo(
                        "the numbers of the matrix are given to 1.2e-07: halves that differ by up to 1.2e-07 averaged");
        assertThatThrownBy(() -> estimate(1, (float) 0.3, (float) 0.3 + 0x1p-20, 1))
                .hasMessageContaining("must be symmetric");
    }

    @Test
    void fewDecimalsAreTakenAsTheyStand() {
        CorrelationEstimate exact = estimate(1, 0.99, 0.98, 0.99, 1, 0.9982, 0.98, 0.9982, 1);
        assertThat(exact.warnings()).isEmpty();
        assertThat(exact.matrix().get(1, 2)).isEqualTo(0.9982);
    }

    private static double[] equicorrelated(int n, double rho) {
        double[] r = new double[n * n];
        Arrays.fill(r, rho);
        for (int i = 0; i < n; i++) {
            r[i * n + i] = 1;
        }
        return r;
    }

    private static CorrelationEstimate estimate(double... c) {
        int n = (int) Math.ceil(Math.sqrt(c.length));
        List<String> names = List.of("v0", "v1", "v2", "v3", "v4").subList(0, n);
        int[] all = IntStream.range(0, n).toArray();
        return CorrelationEstimator.fromCovariance(new SquareMatrix(n, c, names, "matrix.npy"), all);
    }
}
