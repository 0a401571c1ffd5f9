package org.oinfo.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.Needs;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.data.Warning;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.KnnScale;
import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.Combinations;

/** The measures against their formulas, and every way to them against every other, to the last bit. */
class KnnScorerTest {
    private static final double GAMMA = 0.5772156649015329;
    private static final Offset<Double> TOLERANCE = Offset.offset(1e-11);

    private static double[][] data(int samples, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[samples][7];
        for (double[] row : x) {
            double common = random.nextGaussian();
            for (int v = 0; v < row.length; v++) {
                row[v] = random.nextGaussian() + v * common / 7;
            }
            row[6] = Math.rint(row[6]);
        }
        return x;
    }

    /** By the definition, in floating point: TC and DTC. */
    private static double[] definition(double[][] rows, int[] nplet, int neighbours) {
        int samples = rows.length;
        double tc = (nplet.length - 1) * psi(samples);
        double dtc = psi(samples);
        for (double[] at : rows) {
            double[] distances = new double[samples];
            for (int u = 0; u < samples; u++) {
                distances[u] = distance(at, rows[u], nplet, -1);
            }
            double[] sorted = distances.clone();
            Arrays.sort(sorted);
            double eps = sorted[neighbours];
            double joint = psi(eps == 0 ? within(at, rows, nplet, -1, 0) : neighbours);
            tc += joint / samples;
            dtc += (nplet.length - 1) * joint / samples;
            for (int member : nplet) {
                tc -= psi(within(at, rows, new int[] {member}, -1, eps)) / samples;
                dtc -= psi(within(at, rows, nplet, member, eps)) / samples;
            }
        }
        return new double[] {tc, dtc};
    }

    /** Samples within eps, the sample itself included. */
    private static int within(double[] at, double[][] rows, int[] nplet, int without, double eps) {
        int count = 0;
        for (double[] row : rows) {
            double distance = distance(at, row, nplet, without);
            count += distance < eps || distance == 0 ? 1 : 0;
        }
        return count;
    }

    private static double distance(double[] a, double[] b, int[] nplet, int without) {
        double largest = 0;
        for (int v : nplet) {
            largest = v == without ? largest : Math.max(largest, Math.abs(a[v] - b[v]));
        }
        return largest;
    }

    private static double psi(int n) {
        double sum = -GAMMA;
        for (int i = n - 1; i > 0; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }

    private static List<int[]> nplets(int variables, int order) {
        Combinations combinations = new Combinations(variables, order);
        List<int[]> nplets = new ArrayList<>();
        int[] nplet = new int[order];
        combinations.unrank(0, nplet);
        do {
            nplets.add(nplet.clone());
        } while (combinations.next(nplet));
        return nplets;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7})
    void measuresAreThoseOfTheDefinition(int order) {
        double[][] x = data(150, order);
        OInformation info = OInformation.ofSamples(x, Clouds.options(KnnScale.NONE));
        for (ScoredNplet found : info.measures(nplets(7, order))) {
            double[] expected = definition(x, found.variables(), 4);
            assertThat(found.tc()).as(found.key()).isCloseTo(expected[0], TOLERANCE);
            assertThat(found.dtc()).as(found.key()).isCloseTo(expected[1], TOLERANCE);
            assertThat(found.o()).as(found.key()).isCloseTo(expected[0] - expected[1], TOLERANCE);
            assertThat(found.s()).as(found.key()).isCloseTo(expected[0] + expected[1], TOLERANCE);
        }
    }

    @Test
    void ofPairsOmegaIsZero() {
        OInformation info = OInformation.ofSamples(data(200, 1), Clouds.options(KnnScale.SCORES));
        for (ScoredNplet pair : info.measures(nplets(7, 2))) {
            assertThat(pair.o()).isZero();
            assertThat(pair.tc()).isEqualTo(pair.dtc());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void scansHaveTheBitsOfMeasuresOnAnyThreadsAndBackend(int order) {
        OInformationOptions options = Clouds.options(KnnScale.SCORES).withTop(1000);
        double[][] x = data(120, 9);
        List<ScoredNplet> expected =
                OInformation.ofSamples(x, options.withBackend("scalar")).measures(nplets(7, order));
        for (int threads : new int[] {1, 3}) {
            for (String backend : new String[] {"auto", "scalar"}) {
                ScanResult found = OInformation.ofSamples(
                                x, options.withThreads(threads).withBackend(backend))
                        .scan(order);
                assertThat(found.mostSynergistic()).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void scoresDependOnRanksOnly() {
        double[][] x = data(120, 4);
        double[][] bent = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            bent[t] = Arrays.stream(x[t]).map(Math::exp).toArray();
        }
        OInformationOptions options = Clouds.options(KnnScale.SCORES);
        assertThat(OInformation.ofSamples(bent, options).measures(nplets(7, 3)))
                .isEqualTo(OInformation.ofSamples(x, options).measures(nplets(7, 3)));
    }

    @Test
    void aColumnOfCommonValuesIsNamed() {
        OInformation info = OInformation.ofSamples(data(120, 4), Clouds.options(KnnScale.SCORES));
        Warning warning = info.warnings().getFirst();
        assertThat(warning.name()).isEqualTo(Warning.Name.TIED_VALUES);
        assertThat(warning.data()).containsEntry("columns", List.of(6));
        assertThat(warning.message())
                .startsWith("tied values: up to ")
                .contains("column 6, more than the 4 neighbours");
        EstimateOptions random = Clouds.options(KnnScale.SCORES).estimate().withTies(Ties.RANDOM);
        assertThat(OInformation.ofSamples(
                                data(120, 4), Clouds.options(KnnScale.SCORES).withEstimate(random))
                        .warnings())
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        OInformationOptions options = Clouds.options(KnnScale.SCORES);
        assertThatThrownBy(() -> OInformation.ofSamples(data(4, 1), options))
                .hasMessage("there must be more samples than neighbours: T=4, neighbours=4; ask for fewer neighbours or"
                        + " give more samples");
        assertThatThrownBy(() -> OInformation.ofSamples(data(9, 1), options.withBackend("simd")))
                .hasMessage("the knn estimator counts on the backends native and scalar: backend=simd; choose one of"
                        + " these, or leave it out");
        assertThatThrownBy(() -> OInformation.ofCovariance(new double[][] {{1, 0}, {0, 1}}, 9, options))
                .hasMessage("the knn estimator counts samples: found a covariance; give the samples, or choose another"
                        + " estimator");
        assertThatThrownBy(() -> options.withBiasCorrect(true))
                .hasMessage("bias correction is for the other estimators, there is no formula for nearest neighbours;"
                        + " leave it out");
        assertThatThrownBy(() -> Needs.LOCAL.check(options.estimate()))
                .hasMessage("local measures need the estimator copula or gaussian: found knn; choose"
                        + " another estimator");
    }
}
