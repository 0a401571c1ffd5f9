package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.parallel.Monitor;
import org.oinfo.screen.ColumnValues;
import org.oinfo.screen.Dependence;
import org.oinfo.screen.ScreenResult;

class ScreensTest {
    /** Column 0 is constant; 3 is the product of the signs of 1 and 2; 4, 5 and 6 add to 7. */
    private static double[][] samples() {
        Random random = new Random(21);
        double[][] x = new double[300][7];
        for (double[] row : x) {
            for (int v = 1; v < 6; v++) {
                row[v] = random.nextGaussian();
            }
            row[3] = Math.abs(row[3]) * Math.signum(row[1] * row[2]);
            row[6] = 7 - row[4] - row[5];
        }
        return x;
    }

    private static OInformation info(Estimator estimator) {
        EstimateOptions how = EstimateOptions.defaults().withEstimator(estimator);
        return OInformation.ofSamples(
                samples(),
                OInformationOptions.defaults().withEstimate(estimator == Estimator.DISCRETE ? how.withBins(2) : how));
    }

    @Test
    void findingsAreColumnsOfTheData() {
        OInformation info = OInformation.ofSamples(samples());
        ScreenResult found = info.screens().notMonotone(Monitor.NONE);
        assertThat(found.tripletsFound().strongest().stream().map(Dependence::variables))
                .containsExactly(List.of(1, 2, 3));
        assertThat(found.pairsFound().count()).isZero();
        assertThat(found.variables()).isEqualTo(6);
        assertThat(info.screens().hiddenDependence(3)).containsExactly(new int[] {4, 5, 6});
        assertThat(info.screens().hiddenDependence(2)).isEmpty();
        assertThat(info.screens().values())
                .hasSize(6)
                .allMatch(column -> column.different() == ColumnValues.MANY && column.zeros() == 0);
        assertThat(info.screens().lagOne()).hasSize(6);
    }

    /** The gaussian estimator finds such a set singular by itself: nothing is hidden. */
    @Test
    void nothingIsHiddenFromTheValues() {
        OInformation info = info(Estimator.GAUSSIAN);
        assertThat(info.screens().hiddenDependence(6)).isEmpty();
        assertThat(info.screens().notMonotone(Monitor.NONE).tripletsFound().count())
                .isEqualTo(1);
    }

    @Test
    void lagOneIsACorrelationWithTheSampleBefore() {
        double[][] x = new double[2000][2];
        Random random = new Random(3);
        for (int t = 1; t < x.length; t++) {
            x[t][0] = 0.7 * x[t - 1][0] + random.nextGaussian();
            x[t][1] = random.nextGaussian();
        }
        double[] found = OInformation.ofSamples(x).screens().lagOne();
        assertThat(found[0]).isCloseTo(0.7, within(0.06));
        assertThat(found[1]).isCloseTo(0, within(0.09));
    }

    @Test
    void otherInputIsRefusedByName() {
        assertThatThrownBy(() -> OInformation.ofCovariance(new double[][] {{1, .5}, {.5, 1}})
                        .screens()
                        .notMonotone(Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a screen needs the samples themselves: found a covariance; give the samples it was estimated from");
        assertThatThrownBy(() -> info(Estimator.DISCRETE).screens().values()).isInstanceOf(BadInputException.class);
    }
}
