package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;

/** Systems whose O-information is known in closed form: oracles and every backend must give it. */
class GaussianTruthsTest {
    /** The values are printed to ten decimals. */
    private static final double PRINTED = 6e-11;

    /** Omega of all variables of a system, nats, and its closed form. */
    record Truth(String name, RealMatrix covariance, double omega, double closedForm) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** TC, DTC, Omega and S of all variables of a system, nats. */
    record FourMeasures(String name, CorrelationMatrix r, double tc, double dtc, double o, double s) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Truth> truths() {
        return Stream.of(
                equicorrelated(3, 0.2, 0.0063255588),
                equicorrelated(3, 0.5, 0.0849495184),
                equicorrelated(3, 0.9, 0.7033214258),
                equicorrelated(3, -0.4, -0.2067166389),
                equicorrelated(4, 0.5, 0.2231435513),
                equicorrelated(10, 0.5, 1.5443915290),
                equicorrelated(10, -0.05, -0.0323805409),
                commonCause(3, 1, 0.3465735903),
                commonCause(5, 1, 0.8369882168),
                collider(2, 1, -0.1438410362),
                collider(2, 0.1, -0.8756340539),
                collider(3, 1, -0.3465735903),
                markovChain(3, 0.5, 0.0322692606),
                markovChain(3, 0.9, 0.5337021808),
                markovChain(6, 0.9, 2.1348087231),
                new Truth(
                        "collider m=2 v=0.1 and, independent of it, 4 equicorrelated 0.5",
                        Covariances.independent(Covariances.collider(2, 0.1), Covariances.equicorrelated(4, 0.5)),
                        -0.6524905026,
                        colliderOmega(2, 0.1) + equicorrelatedOmega(4, 0.5)));
    }

    static Stream<FourMeasures> matrices() {
        double[] lambda = {Math.sqrt(0.99), Math.sqrt(0.7), Math.sqrt(0.3)};
        return Stream.of(
                new FourMeasures(
                        "(.4, .3, .2)",
                        Covariances.upper(3, .4, .3, .2),
                        .1385359467,
                        .1223288628,
                        .0162070839,
                        .2608648094),
                new FourMeasures(
                        "(.6, .2, .3)",
                        Covariances.upper(3, .6, .2, .3),
                        .2706424156,
                        .2505749429,
                        .0200674727,
                        .5212173586),
                new FourMeasures(
                        "(.8, .3, .1, .2, .05, .6)",
                        Covariances.upper(4, .8, .3, .1, .2, .05, .6),
                        .7891513418,
                        .7665280874,
                        .0226232543,
                        1.5556794292),
                factorModel(lambda, 0.22, .1750332658),
                factorModel(lambda, -0.39, -.5804997324));
    }

    @ParameterizedTest
    @MethodSource("truths")
    void omegaHasItsClosedForm(Truth truth) {
        CorrelationMatrix r = Covariances.correlation(truth.covariance());
        int[] all = IntStream.range(0, r.variables()).toArray();
        assertThat(truth.closedForm()).isCloseTo(truth.omega(), within(PRINTED));
        assertThat(PreciseOracle.of(r, all).omega()).isCloseTo(truth.closedForm(), within(1e-13));
        assertThat(DefinitionReference.of(truth.covariance(), all).o()).isCloseTo(truth.closedForm(), within(1e-12));
        for (Backend backend : InstalledBackends.all()) {
            assertThat(InstalledBackends.measures(backend, r, all)[2])
                    .as(backend.name())
                    .isCloseTo(truth.closedForm(), within(1e-13));
        }
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void fourMeasuresHaveTheirValues(FourMeasures truth) {
        CorrelationMatrix r = truth.r();
        int[] all = IntStream.range(0, r.variables()).toArray();
        for (Backend backend : InstalledBackends.all()) {
            assertFour(backend.name(), InstalledBackends.measures(backend, r, all), truth);
        }
        assertFour("Commons Math", DefinitionReference.of(r, all).all(), truth);
        PreciseOracle.Measures exact = PreciseOracle.of(r, all);
        assertFour(
                "50 digits",
                Stream.of(exact.all()).mapToDouble(Number::doubleValue).toArray(),
                truth);
    }

    /** NaN where only Omega is known. */
    private static void assertFour(String who, double[] found, FourMeasures truth) {
        double[] expected = {truth.tc(), truth.dtc(), truth.o(), truth.s()};
        for (int i = 0; i < 4; i++) {
            if (!Double.isNaN(expected[i])) {
                assertThat(found[i]).as(who).isCloseTo(expected[i], within(PRINTED));
            }
        }
    }

    private static FourMeasures factorModel(double[] lambda, double theta, double omega) {
        RealMatrix m = Covariances.oneFactor(lambda);
        m.addToEntry(1, 2, theta);
        m.addToEntry(2, 1, theta);
        double unknown = Double.NaN;
        return new FourMeasures(
                "one factor, theta " + theta, Covariances.correlation(m), unknown, unknown, omega, unknown);
    }

    private static Truth equicorrelated(int n, double rho, double omega) {
        return new Truth(
                n + " equicorrelated " + rho, Covariances.equicorrelated(n, rho), omega, equicorrelatedOmega(n, rho));
    }

    private static double equicorrelatedOmega(int n, double rho) {
        return (n / 2.0 - 1) * Math.log((1 + (n - 1) * rho) / (1 - rho)) - n / 2.0 * Math.log(1 + (n - 2) * rho);
    }

    private static Truth commonCause(int n, double v, double omega) {
        double closedForm = 0.5 * (n * Math.log(1 + 1 / v) - Math.log(1 + n / v));
        return new Truth("common cause n=" + n + " v=" + v, Covariances.commonCause(n, v), omega, closedForm);
    }

    private static Truth collider(int m, double v, double omega) {
        return new Truth("collider m=" + m + " v=" + v, Covariances.collider(m, v), omega, colliderOmega(m, v));
    }

    private static double colliderOmega(int m, double v) {
        return 0.5 * Math.log(1 + m / v) - m / 2.0 * Math.log(1 + 1 / v);
    }

    private static Truth markovChain(int n, double rho, double omega) {
        double closedForm = -(n - 2) / 2.0 * Math.log(1 - Math.pow(rho, 4));
        return new Truth("Markov chain n=" + n + " rho=" + rho, Covariances.autoregressive(n, rho), omega, closedForm);
    }
}
