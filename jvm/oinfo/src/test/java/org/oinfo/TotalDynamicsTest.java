package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.scan.ExactGaussian;
import org.oinfo.scan.TestMatrices;
import org.oinfo.targets.TargetNplet;

/** Total dynamic O-information from its definition: conditional informations from exact log-determinants. */
class TotalDynamicsTest {
    private static final int SERIES = 5;
    private static final int POINTS = 120;

    /** Each series follows its own past and the sum of the two before it. */
    private static double[][] series() {
        Random random = new Random(77);
        double[][] x = new double[POINTS][SERIES];
        for (int t = 0; t < POINTS; t++) {
            for (int v = 0; v < SERIES; v++) {
                double past = t == 0
                        ? 0
                        : .4 * x[t - 1][v] + .5 * x[t - 1][(v + 1) % SERIES] - .3 * x[t - 1][(v + 2) % SERIES];
                x[t][v] = past + random.nextGaussian();
            }
        }
        return x;
    }

    private static OInformation info() {
        return OInformation.ofSamples(
                series(),
                OInformationOptions.defaults()
                        .withEstimate(EstimateOptions.defaults().withEstimator(Estimator.GAUSSIAN))
                        .withThreads(2));
    }

    /** Log-determinants of columns v (lag + 1) + p: the value of series v, p points ago. */
    private static ExactGaussian lagged(int lag) {
        double[][] x = series();
        double[][] columns = new double[SERIES * (lag + 1)][POINTS - lag];
        for (int c = 0; c < columns.length; c++) {
            for (int t = lag; t < POINTS; t++) {
                columns[c][t - lag] = x[t - c % (lag + 1)][c / (lag + 1)];
            }
            double mean = Arrays.stream(columns[c]).average().orElseThrow();
            for (int t = 0; t < columns[c].length; t++) {
                columns[c][t] -= mean;
            }
        }
        return new ExactGaussian(TestMatrices.correlations(columns));
    }

    private static int[] past(int series, int lag) {
        return IntStream.rangeClosed(1, lag).map(p -> series * (lag + 1) + p).toArray();
    }

    /** I(Y; pasts of the sources | past of Y). */
    private static double information(ExactGaussian exact, int target, int[] sources, int lag) {
        int[] own = past(target, lag);
        int[] known = IntStream.concat(
                        Arrays.stream(own), Arrays.stream(sources).flatMap(s -> Arrays.stream(past(s, lag))))
                .toArray();
        int next = target * (lag + 1);
        return (exact.logDet(with(own, next))
                        + exact.logDet(known)
                        - exact.logDet(own)
                        - exact.logDet(with(known, next)))
                / 2;
    }

    private static int[] with(int[] columns, int more) {
        return IntStream.concat(Arrays.stream(columns), IntStream.of(more)).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyMemberIsTheTargetOnce(int lag) {
        ExactGaussian exact = lagged(lag);
        int[][] nplets = {{0, 1, 2}, {1, 3, 4}, {0, 2, 3, 4}};
        List<TotalDynamics> found = info().dynamic(lag).totals(List.of(nplets));
        for (int n = 0; n < nplets.length; n++) {
            double total = 0;
            for (int member = 0; member < nplets[n].length; member++) {
                int target = nplets[n][member];
                int[] sources = ExactGaussian.without(nplets[n], member);
                double joint = information(exact, target, sources, lag);
                double domega = (1 - sources.length) * joint;
                for (int j = 0; j < sources.length; j++) {
                    domega += information(exact, target, ExactGaussian.without(sources, j), lag);
                }
                assertThat(found.get(n).i()[member]).isCloseTo(joint, within(1e-11));
                assertThat(found.get(n).domega()[member]).isCloseTo(domega, within(1e-11));
                total += domega;
            }
            assertThat(found.get(n).total()).isCloseTo(total, within(1e-11));
            assertThat(found.get(n).nplet()).containsExactly(nplets[n]);
        }
    }

    @Test
    void aMemberHasWhatAScanOfItAsTargetHas() {
        DynamicAnalysis dynamic = info().dynamic(1);
        TotalDynamics found = dynamic.totals(List.of(new int[] {0, 2, 3})).getFirst();
        TargetNplet scanned = dynamic.target(2).scan(2).smallest().stream()
                .filter(nplet -> Arrays.equals(nplet.sources(), new int[] {0, 3}))
                .findFirst()
                .orElseThrow();
        assertThat(found.domega()[1]).isEqualTo(scanned.domega());
    }

    @Test
    void aPairHasNoTwoSources() {
        assertThatThrownBy(() -> info().dynamic(1).totals(List.of(new int[] {0, 2})))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "total dynamic O-information is of 3 series or more: n-plet 0 (from 0) has 2; leave it out");
    }
}
