package org.oinfo.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.data.Variables;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.parallel.Monitor;

/** Time series as targets of each other. */
class LaggedTargetsTest {
    private static Variables variables(double[][] x) {
        return OInformation.ofSamples(x).variables();
    }

    private static LaggedTargets lagged(double[][] x, int lag, int order, boolean biasCorrect) {
        return LaggedTargets.of(
                Systems.scores(x, Estimator.COPULA), lag, order, variables(x), Systems.settings(biasCorrect));
    }

    /** Series [T][N] that mix with their own past and that of the others. */
    private static double[][] autoregressive(int points, int series, long seed) {
        Random random = new Random(seed);
        double[][] a = new double[series][series];
        for (double[] row : a) {
            Arrays.setAll(row, j -> 0.6 * random.nextGaussian() / Math.sqrt(series));
        }
        double[][] x = new double[points][series];
        for (int t = 0; t < points; t++) {
            for (int i = 0; i < series; i++) {
                x[t][i] = random.nextGaussian();
                for (int j = 0; t > 0 && j < series; j++) {
                    x[t][i] += a[i][j] * x[t - 1][j];
                }
            }
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 3", "2, 2", "2, 3", "3, 4"})
    void equalsTheDefinition(int lag, int order) {
        double[][] x = autoregressive(80, 6, 41);
        SampleScores scores = Systems.scores(x, Estimator.COPULA);
        for (boolean biasCorrect : new boolean[] {false, true}) {
            LaggedTargets lagged = lagged(x, lag, order, biasCorrect);
            assertThat(lagged.points()).isEqualTo(80 - lag);
            for (int target : new int[] {0, 3, 5}) {
                double[][] next = {window(scores.column(target), lag, 0)};
                double[][] past = past(scores, target, lag);
                List<TargetNplet> found = Systems.all(lagged.model(target), order);
                assertThat(found).hasSize(order == 4 ? 5 : 10);
                for (TargetNplet nplet : found) {
                    TargetNplet expected = Definition.nplet(nplet.sources(), s -> {
                        double[][] sources = Definition.join(Arrays.stream(s)
                                .mapToObj(i -> past(scores, LaggedTargets.series(target, i), lag))
                                .toArray(double[][][]::new));
                        return Definition.information(sources, next, past, biasCorrect);
                    });
                    Systems.assertClose(nplet, expected, 1e-10);
                }
            }
        }
    }

    private static double[] window(double[] column, int lag, int past) {
        return Arrays.copyOfRange(column, lag - past, column.length - past);
    }

    private static double[][] past(SampleScores scores, int series, int lag) {
        return IntStream.rangeClosed(1, lag)
                .mapToObj(past -> window(scores.column(series), lag, past))
                .toArray(double[][]::new);
    }

    /** White noise that drives: Y(t+1) = X_1(t) + X_2(t) + e is the collider, whose Omega is known. */
    @Test
    void aPlantedColliderIsSynergy() {
        Random random = new Random(42);
        int points = 40_000;
        double[][] x = new double[points][4];
        for (int t = 0; t < points; t++) {
            Arrays.setAll(x[t], i -> random.nextGaussian());
            if (t > 0) {
                x[t][2] = x[t - 1][0] + x[t - 1][1] + Math.sqrt(0.1) * x[t][2];
            }
        }
        TargetModel model = lagged(x, 1, 2, true).model(2);
        TargetScan scan = new TargetScan(model, 2, 1, TargetMeasure.DOMEGA);
        scan.run(1, Monitor.NONE);
        TargetNplet pair = scan.lowest().getFirst();
        assertThat(pair.sources()).containsExactly(0, 1);
        assertThat(pair.domega()).isCloseTo(-0.8756340539, within(0.02));
        assertThat(pair.i()).isCloseTo(0.5 * Math.log(1 + 2 / 0.1), within(0.02));
        TargetScan other = new TargetScan(lagged(x, 1, 2, true).model(3), 2, 1, TargetMeasure.DOMEGA);
        other.run(1, Monitor.NONE);
        assertThat(other.lowest().getFirst().domega()).isCloseTo(0, within(0.001));
        assertThat(other.highest().getFirst().i()).isCloseTo(0, within(0.001));
    }

    /** X_1 and X_2 are copies of a white driver with noise of variance v; Y(t+1) = driver(t) + e. */
    @Test
    void aPlantedDriverIsRedundancy() {
        Random random = new Random(43);
        int points = 40_000;
        double v = 0.5;
        double[][] x = new double[points][3];
        double driver = 0;
        for (int t = 0; t < points; t++) {
            x[t][2] = driver + Math.sqrt(v) * random.nextGaussian();
            driver = random.nextGaussian();
            x[t][0] = driver + Math.sqrt(v) * random.nextGaussian();
            x[t][1] = driver + Math.sqrt(v) * random.nextGaussian();
        }
        TargetNplet pair = Systems.all(lagged(x, 1, 2, false).model(2), 2).getFirst();
        // Omega of a common cause's effects: three variables of correlation 1 / (1 + v).
        double rho = 1 / (1 + v);
        double omega = 0.5 * Math.log((1 + 2 * rho) / (1 - rho)) - 1.5 * Math.log(1 + rho);
        assertThat(pair.domega()).isCloseTo(omega, within(0.02)).isPositive();
    }

    @Test
    void greedyTakesTheBestSourceOfEachStep() {
        double[][] x = autoregressive(120, 8, 44);
        for (int lag = 1; lag <= 2; lag++) {
            TargetModel model = lagged(x, lag, 7, true).model(4);
            for (boolean redundant : new boolean[] {false, true}) {
                TargetScan scan = new TargetScan(model, 2, 1, TargetMeasure.DOMEGA);
                scan.run(2, Monitor.NONE);
                TargetNplet start = (redundant ? scan.highest() : scan.lowest()).getFirst();
                GreedyTarget greedy = new GreedyTarget(model, redundant, Monitor.NONE);
                List<TargetNplet> path = greedy.path(start, 7);
                assertThat(path).hasSize(6);
                double sign = redundant ? -1 : 1;
                for (int i = 1; i < path.size(); i++) {
                    int[] before = path.get(i - 1).sources();
                    double best = Systems.all(model, i + 2).stream()
                            .filter(n -> Arrays.stream(before).allMatch(s -> Arrays.binarySearch(n.sources(), s) >= 0))
                            .mapToDouble(n -> sign * n.domega())
                            .min()
                            .orElseThrow();
                    assertThat(sign * path.get(i).domega()).isCloseTo(best, within(1e-12));
                }
                assertThat(sign * greedy.best(path).domega())
                        .isEqualTo(path.stream()
                                .mapToDouble(n -> sign * n.domega())
                                .min()
                                .orElseThrow());
            }
        }
    }

    @Test
    void aSourceThatTheTargetsPastDeterminesIsSingular() {
        double[][] x = autoregressive(60, 5, 45);
        for (double[] row : x) {
            row[3] = -row[1];
        }
        TargetModel model = lagged(x, 1, 2, false).model(1);
        // Source 2 is series 3.
        assertThat(model.unsound()).containsExactly(2);
        TargetModel groups = lagged(x, 2, 2, false).model(1);
        assertThat(groups.unsound()).containsExactly(2);
        TargetScan scan = new TargetScan(lagged(x, 2, 2, false).model(0), 2, 9, TargetMeasure.I);
        assertThat(scan.run(1, Monitor.NONE).singular()).isEqualTo(1);
    }

    @Test
    void refusesLagsThatAreTooLong() {
        double[][] x = autoregressive(10, 4, 46);
        assertThatThrownBy(() -> lagged(x, 3, 2, false))
                .hasMessage("there must be more points in time than columns, or every n-plet is singular: T=10 leaves 7"
                        + " points after lag=3, order=2 needs more than 10 ((order + 1) lag + 1); choose a shorter"
                        + " lag, a smaller order or longer series");
        assertThatThrownBy(() -> lagged(x, 30, 2, false)).hasMessageContaining("T=10 leaves 0 points after lag=30");
        assertThatThrownBy(() -> lagged(x, 0, 2, false))
                .hasMessage("the lag must be at least 1: lag=0; choose 1 or more");
    }

    @Test
    void refusesSeriesThatHaveNoModel() {
        double[][] x = autoregressive(30, 4, 47);
        for (int t = 1; t < x.length; t++) {
            x[t][2] = 5;
        }
        assertThatThrownBy(() -> lagged(x, 1, 2, false))
                .hasMessage("every series must vary at the points that the lag leaves: column 2 is constant from row 1"
                        + " to row 29 (from 0); leave it out with ColumnSelection.select, or choose another lag");
        double[][] alternating = autoregressive(30, 4, 48);
        for (int t = 0; t < x.length; t++) {
            alternating[t][1] = t % 2;
        }
        LaggedTargets lagged = lagged(alternating, 1, 2, false);
        assertThatThrownBy(() -> lagged.model(1))
                .hasMessage("a target must not be determined by its own past: column 1 is, with lag=1; choose another"
                        + " target, a shorter lag, or leave it out with ColumnSelection.select");
    }

    @Test
    void refusesSeriesWithOnePastBetweenThem() {
        for (int lag = 1; lag <= 2; lag++) {
            for (int same = 3; same <= 4; same++) {
                double[][] x = autoregressive(30, 4, 49);
                for (double[] row : x) {
                    Arrays.fill(row, 0, same, row[0]);
                }
                LaggedTargets lagged = lagged(x, lag, 2, false);
                assertThatThrownBy(() -> lagged.model(0))
                        .hasMessage("at least 2 sources must have a model: " + (same - 1) + " of 3 are determined by"
                                + " column 0 and its past, or by themselves; use other sources or another target");
            }
        }
    }
}
