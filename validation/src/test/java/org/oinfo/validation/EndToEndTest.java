package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.ScanResult;
import org.oinfo.ScoredNplet;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Backend;

/** From samples to measures and rankings through the public facade, on every backend. */
class EndToEndTest {
    private static final double LN2 = Math.log(2);
    /** The values are printed to ten decimals. */
    private static final double PRINTED = 6e-11;

    static List<String> backends() {
        return InstalledBackends.all().stream().map(Backend::name).toList();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void fixtureHasItsValues(String backend) {
        OInformationOptions raw = OInformationOptions.defaults().withBackend(backend);
        assertFixture(raw, false);
        assertFixture(raw.withBiasCorrect(true), true);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void bestTripletsOfTheFixtureAreThoseThatWereBuiltIn(String backend) {
        ScanResult found = OInformation.ofSamples(
                        LinearCongruentialFixture.samples(),
                        OInformationOptions.defaults().withBackend(backend))
                .scan(3);
        assertThat(found.landscape().total()).isEqualTo(20);
        ScoredNplet synergistic = found.mostSynergistic().getFirst();
        assertThat(synergistic.variables()).containsExactly(0, 1, 2);
        assertThat(synergistic.o() / LN2).isCloseTo(-1.1556035184, within(PRINTED));
        ScoredNplet redundant = found.mostRedundant().getFirst();
        assertThat(redundant.variables()).containsExactly(3, 4, 5);
        assertThat(redundant.o() / LN2).isCloseTo(0.8204101867, within(PRINTED));
    }

    /** Average ranks, counted one by one, on data where ties are the rule: zeros of rectified neurons. */
    @ParameterizedTest
    @MethodSource("backends")
    void copulaOfTiedDataIsThatOfCounting(String backend) {
        long seed = 31;
        double[][] x = RandomMatrices.normal(new Random(seed), 300, 5);
        for (double[] row : x) {
            row[3] += row[0] - row[1];
            row[4] += row[2];
            for (int j = 0; j < row.length; j++) {
                row[j] = Math.max(0, row[j] + 0.2 * j - 0.6);
            }
        }
        assertEstimate(
                "seed " + seed,
                OInformation.ofSamples(x, OInformationOptions.defaults().withBackend(backend)),
                Covariances.ofSamples(IndependentCopula.transform(x)));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void plainGaussianIsTheDefinitionOfTheSampleCovariance(String backend) {
        long seed = 32;
        double[][] x = RandomMatrices.normal(new Random(seed), 100, 5);
        for (double[] row : x) {
            row[2] = 1e4 + 300 * (row[0] + row[1] + row[2]);
        }
        OInformationOptions options = OInformationOptions.defaults().withBackend(backend);
        options = options.withEstimate(options.estimate().withEstimator(Estimator.GAUSSIAN));
        assertEstimate("seed " + seed, OInformation.ofSamples(x, options), Covariances.ofSamples(x));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void givenCovarianceIsScoredAsItStands(String backend) {
        RealMatrix covariance = RandomMatrices.factorModel(new Random(33), 6, 2, 0.4);
        OInformation info = OInformation.ofCovariance(
                covariance.getData(), 0, OInformationOptions.defaults().withBackend(backend));
        assertEstimate("seed 33", info, covariance);
    }

    /** Every n-plet of orders 3 to N, against Commons Math on a covariance that was estimated by other means. */
    private static void assertEstimate(String name, OInformation info, RealMatrix covariance) {
        int n = covariance.getRowDimension();
        for (int order = 3; order <= n; order++) {
            List<int[]> nplets = Nplets.all(n, order);
            List<ScoredNplet> found = info.measures(nplets);
            for (int i = 0; i < nplets.size(); i++) {
                DefinitionReference.Measures expected = DefinitionReference.of(covariance, nplets.get(i));
                assertThat(new double[] {
                            found.get(i).tc(),
                            found.get(i).dtc(),
                            found.get(i).o(),
                            found.get(i).s()
                        })
                        .as("%s, %s", name, found.get(i))
                        .containsExactly(expected.all(), within(1e-11 * (1 + expected.s())));
            }
        }
    }

    private static void assertFixture(OInformationOptions options, boolean corrected) {
        OInformation info = OInformation.ofSamples(LinearCongruentialFixture.samples(), options);
        for (FixtureTest.Expected expected : FixtureTest.nplets().toList()) {
            int[] nplet = expected.nplet().stream().mapToInt(Integer::intValue).toArray();
            ScoredNplet found = info.measures(nplet).getFirst();
            List<Double> bits = corrected ? expected.corrected() : expected.raw();
            assertThat(new double[] {found.tc() / LN2, found.dtc() / LN2, found.o() / LN2})
                    .as("%s, corrected: %s", found.key(), corrected)
                    .containsExactly(new double[] {bits.get(0), bits.get(1), bits.get(2)}, within(PRINTED));
            assertThat(found.s()).isCloseTo(found.tc() + found.dtc(), within(1e-14));
        }
    }
}
