package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;

/** The fixture that needs no file: its draws, its copula and its measures, raw and bias-corrected, in bits. */
class FixtureTest {
    private static final double LN2 = Math.log(2);
    /** The values are printed to ten decimals. */
    private static final double PRINTED = 6e-11;

    /** Bits: {TC, DTC, Omega}, raw and bias-corrected. */
    record Expected(List<Integer> nplet, List<Double> raw, List<Double> corrected) {}

    static Stream<Expected> nplets() {
        return Stream.of(
                new Expected(
                        List.of(0, 1, 2),
                        List.of(1.9920420255, 3.1476455439, -1.1556035184),
                        List.of(1.9810663313, 3.1366512628, -1.1555849315)),
                new Expected(
                        List.of(3, 4, 5),
                        List.of(2.4287924892, 1.6083823025, 0.8204101867),
                        List.of(2.4178167950, 1.5973880214, 0.8204287736)),
                new Expected(
                        List.of(0, 1, 2, 3),
                        List.of(2.0036482729, 3.1623079940, -1.1586597210),
                        List.of(1.9816595207, 3.1402445139, -1.1585849932)),
                new Expected(
                        List.of(0, 1, 2, 3, 4, 5),
                        List.of(4.4394576001, 4.7645897190, -0.3251321188),
                        List.of(4.3842974562, 4.7090520801, -0.3247546239)));
    }

    @Test
    void drawsAreThoseOfTheGenerator() {
        assertThat(LinearCongruentialFixture.sources()[0])
                .containsExactly(
                        -.650480605661869,
                        1.7978093922138214,
                        -.850146971642971,
                        .4308444708585739,
                        -.16376454383134842,
                        -1.9709014296531677);
    }

    @ParameterizedTest
    @MethodSource("nplets")
    void measuresOfItsCopulaHaveTheirValues(Expected expected) {
        CorrelationMatrix r = correlation();
        int[] nplet = expected.nplet().stream().mapToInt(Integer::intValue).toArray();
        double[] bias = EntropyBias.ofMeasures(nplet.length, LinearCongruentialFixture.SAMPLES);
        for (Backend backend : InstalledBackends.all()) {
            double[] nats = InstalledBackends.measures(backend, r, nplet);
            for (int m = 0; m < 3; m++) {
                assertThat(nats[m] / LN2)
                        .as(backend.name())
                        .isCloseTo(expected.raw().get(m), within(PRINTED));
                assertThat((nats[m] - bias[m]) / LN2)
                        .as("%s, corrected", backend.name())
                        .isCloseTo(expected.corrected().get(m), within(PRINTED));
            }
        }
    }

    @Test
    void entropyBiasHasItsKnownValues() {
        assertThat(EntropyBias.of(1, 100)).isCloseTo(-0.0050675094, within(PRINTED));
        assertThat(EntropyBias.of(2, 100)).isCloseTo(-0.0152630891, within(PRINTED));
        assertThat(EntropyBias.of(3, 100)).isCloseTo(-0.0306398769, within(PRINTED));
        assertThat(EntropyBias.ofMeasures(3, 100)[2]).isCloseTo(-5.314e-5, within(6e-9));
        assertThat(EntropyBias.ofMeasures(10, 100)[2]).isCloseTo(-6.872e-3, within(6e-7));
        assertThat(EntropyBias.ofMeasures(20, 100)[2]).isCloseTo(-7.327e-2, within(6e-6));
        assertThat(EntropyBias.ofMeasures(50, 1000)[2]).isCloseTo(-1.034e-2, within(6e-6));
        assertThat(EntropyBias.ofMeasures(100, 1000)[2]).isCloseTo(-9.002e-2, within(6e-6));
    }

    private static CorrelationMatrix correlation() {
        return Covariances.correlation(
                Covariances.ofSamples(IndependentCopula.transform(LinearCongruentialFixture.samples())));
    }
}
