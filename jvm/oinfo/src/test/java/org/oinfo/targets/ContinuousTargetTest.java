package org.oinfo.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.OInformation;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.SampleScores;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;

/** A target that is a variable: closed forms, the definition, and what must not change anything. */
class ContinuousTargetTest {
    private static TargetModel given(double[][] covariance) {
        int n = covariance.length;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] = i == j ? 1 : covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
            }
        }
        return ContinuousTarget.model(
                CorrelationMatrix.wrap(n, r), n - 1, TargetModel.Bias.NONE, Systems.settings(false));
    }

    /** Y = X_1 + .. + X_m + e, var e = v. */
    @ParameterizedTest
    @CsvSource({"2, 1, -0.1438410362", "2, 0.1, -0.8756340539", "3, 1, -0.3465735903"})
    void collider(int m, double v, double omega) {
        double[][] c = new double[m + 1][m + 1];
        for (int i = 0; i < m; i++) {
            c[i][i] = c[i][m] = c[m][i] = 1;
        }
        c[m][m] = m + v;
        TargetNplet nplet = Systems.all(given(c), m).getFirst();
        double joint = 0.5 * Math.log(1 + m / v);
        double alone = -0.5 * Math.log(1 - 1 / (m + v));
        double without = -0.5 * Math.log(1 - (m - 1) / (m + v));
        assertThat(nplet.i()).isCloseTo(joint, within(1e-13));
        // The causes are independent: all O-information is that about the target.
        assertThat(nplet.domega()).isCloseTo(omega, within(1e-9));
        assertThat(nplet.o()).isCloseTo(omega, within(1e-9));
        assertThat(nplet.rsi()).isCloseTo(joint - m * alone, within(1e-13)).isPositive();
        assertThat(nplet.redMmi()).isCloseTo(alone, within(1e-13));
        assertThat(nplet.synMmi()).isCloseTo(joint - without, within(1e-13));
        assertThat(nplet.redundancyDegree()).isCloseTo(m * alone / joint, within(1e-13));
        assertThat(nplet.vulnerabilityDegree()).isCloseTo(m * (joint - without) / joint, within(1e-13));
    }

    /** X_i = Y + e_i, var e_i = v. */
    @ParameterizedTest
    @CsvSource({"3, 1, 0.3465735903", "5, 1, 0.8369882168"})
    void commonCause(int n, double v, double omega) {
        double[][] c = new double[n + 1][n + 1];
        for (double[] row : c) {
            Arrays.fill(row, 1);
        }
        for (int i = 0; i < n; i++) {
            c[i][i] = 1 + v;
        }
        TargetNplet nplet = Systems.all(given(c), n).getFirst();
        double rho = 1 / (1 + v);
        double effects =
                (n / 2.0 - 1) * Math.log((1 + (n - 1) * rho) / (1 - rho)) - n / 2.0 * Math.log(1 + (n - 2) * rho);
        assertThat(nplet.o()).isCloseTo(omega, within(1e-9));
        assertThat(nplet.domega()).isCloseTo(omega - effects, within(1e-9)).isPositive();
        assertThat(nplet.i()).isCloseTo(0.5 * Math.log(1 + n / v), within(1e-13));
        assertThat(nplet.rsi()).isNegative();
        assertThat(nplet.redMmi()).isCloseTo(0.5 * Math.log(1 + 1 / v), within(1e-13));
        assertThat(nplet.redundancyDegree()).isGreaterThan(1);
        assertThat(nplet.vulnerabilityDegree()).isLessThan(1);
    }

    @Test
    void anIndependentTargetIsKnownByNobody() {
        double[][] c = {{1, .5, .5, 0}, {.5, 1, .5, 0}, {.5, .5, 1, 0}, {0, 0, 0, 1}};
        TargetNplet nplet = Systems.all(given(c), 3).getFirst();
        assertThat(nplet.i()).isZero();
        assertThat(nplet.domega()).isZero();
        assertThat(nplet.rsi()).isZero();
        assertThat(nplet.redMmi()).isZero();
        assertThat(nplet.synMmi()).isZero();
        assertThat(nplet.o()).isCloseTo(0.0849495184, within(1e-9));
        assertThat(nplet.redundancyDegree()).isNaN();
        assertThat(nplet.vulnerabilityDegree()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void equalsTheDefinition(int order) {
        long seed = 11;
        for (Estimator estimator : List.of(Estimator.COPULA, Estimator.GAUSSIAN)) {
            for (boolean biasCorrect : new boolean[] {false, true}) {
                double[][] x = Systems.mixed(60, 8, seed);
                SampleScores scores = Systems.scores(x, estimator);
                int[] sources = IntStream.range(0, 7).toArray();
                double[][] columns = Systems.pick(scores, sources);
                double[][] target = Systems.pick(scores, new int[] {7});
                TargetModel model = ContinuousTarget.model(
                        sourcesOf(x, estimator), target[0], order, Systems.settings(biasCorrect));
                List<TargetNplet> found = Systems.all(model, order);
                assertThat(found).hasSize(order == 2 ? 21 : order == 5 ? 21 : 35);
                for (TargetNplet nplet : found) {
                    TargetNplet expected = Definition.nplet(
                            nplet.sources(),
                            s -> Definition.information(
                                    Systems.columns(columns, s), target, new double[0][], biasCorrect));
                    Systems.assertClose(nplet, expected, 1e-11);
                    double[][] together = Definition.join(Systems.columns(columns, nplet.sources()), target);
                    assertThat(nplet.o()).isCloseTo(Definition.omega(together, biasCorrect), within(1e-11));
                }
            }
        }
    }

    private static SampleScores sourcesOf(double[][] x, Estimator estimator) {
        double[][] part = Arrays.stream(x).map(row -> Arrays.copyOf(row, 7)).toArray(double[][]::new);
        return Systems.scores(part, estimator);
    }

    @Test
    void domegaIsTheChangeOfOmegaThatTheLibraryGives() {
        double[][] x = Systems.mixed(40, 6, 5);
        OInformation info = OInformation.ofSamples(x);
        SampleScores sources = Systems.scores(
                Arrays.stream(x).map(row -> Arrays.copyOf(row, 5)).toArray(double[][]::new), Estimator.COPULA);
        double[] target = ContinuousTarget.scores(
                Arrays.stream(x).mapToDouble(row -> row[5]).toArray(), EstimateOptions.defaults());
        TargetModel model = ContinuousTarget.model(sources, target, 3, Systems.settings(false));
        for (TargetNplet nplet : Systems.all(model, 3)) {
            int[] with = IntStream.concat(Arrays.stream(nplet.sources()), IntStream.of(5))
                    .toArray();
            double grown = info.measures(with).getFirst().o();
            assertThat(nplet.domega())
                    .isCloseTo(grown - info.measures(nplet.sources()).getFirst().o(), within(1e-12));
            assertThat(nplet.o()).isCloseTo(grown, within(1e-12));
        }
    }

    @Test
    void nothingDependsOnOrderSignOrScale() {
        double[][] x = Systems.mixed(50, 5, 7);
        double[] y =
                Arrays.stream(x).mapToDouble(row -> row[0] * row[1] + row[2]).toArray();
        double[][] other = Arrays.stream(x)
                .map(row -> new double[] {row[4], -3 * row[3], row[2], 1e-6 * row[1], row[0] + 7})
                .toArray(double[][]::new);
        double[] flipped = Arrays.stream(y).map(v -> 5 - 2 * v).toArray();
        List<TargetNplet> a = Systems.all(model(x, y), 3);
        List<TargetNplet> b = Systems.all(model(other, flipped), 3);
        for (TargetNplet nplet : a) {
            int[] mirrored =
                    Arrays.stream(nplet.sources()).map(i -> 4 - i).sorted().toArray();
            TargetNplet same = b.stream()
                    .filter(n -> Arrays.equals(n.sources(), mirrored))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < Systems.values(nplet).length; i++) {
                assertThat(Systems.values(same)[i]).isCloseTo(Systems.values(nplet)[i], within(1e-11));
            }
        }
    }

    private static TargetModel model(double[][] x, double[] y) {
        double[] target = ContinuousTarget.scores(y, EstimateOptions.defaults());
        return ContinuousTarget.model(Systems.scores(x, Estimator.COPULA), target, 3, Systems.settings(true));
    }

    @Test
    void aSourceThatIsTheTargetIsSingular() {
        double[][] x = Systems.mixed(50, 5, 8);
        double[] y = Arrays.stream(x).mapToDouble(row -> Math.exp(row[1])).toArray();
        TargetModel model = model(x, y);
        assertThat(model.unsound()).containsExactly(1);
        assertThat(model.sound()).isEqualTo(4);
        TargetScan scan = new TargetScan(model, 3, 20, TargetMeasure.I);
        assertThat(scan.run(2, Monitor.NONE).singular()).isEqualTo(6);
        assertThat(scan.landscape().total()).isEqualTo(10);
        assertThat(scan.partial()).isFalse();
        assertThat(scan.highest()).hasSize(4).allMatch(n -> Arrays.binarySearch(n.sources(), 1) < 0);
    }

    @Test
    void refusesATargetThatDoesNotVary() {
        assertThatThrownBy(() -> ContinuousTarget.scores(new double[] {2, 2, 2}, EstimateOptions.defaults()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the target must vary: all 3 values are 2.0; choose another target");
    }

    @Test
    void refusesTooFewSamples() {
        SampleScores sources = SampleScores.of(ArraySamples.of(Systems.mixed(5, 4, 1)), EstimateOptions.defaults());
        assertThatThrownBy(() -> ContinuousTarget.model(sources, sources.column(0), 4, Systems.settings(false)))
                .hasMessage("there must be more samples than sources in an n-plet and the target together, or every"
                        + " n-plet is singular: T=5, order=4; choose a smaller order or give more samples");
    }
}
