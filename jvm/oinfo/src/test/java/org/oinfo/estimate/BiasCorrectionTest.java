package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;

class BiasCorrectionTest {
    /** Reference values: the entropy biases b with scipy.special.digamma, combined as the measures combine entropies. */
    @ParameterizedTest
    @CsvSource({
        "3,    100, 0.015437348632409531, 0.015490486419139415, -5.313778672988434e-05",
        "10,   100, 0.23738260134262923,  0.24425451015137511,  -0.006871908808745886",
        "20,   100, 1.0409149319134663,   1.1141878350018715,   -0.07327290308840517",
        "50,  1000, 0.6241333896297245,   0.6344781097530756,   -0.010344720123349305",
        "100, 1000, 2.566747529197311,    2.656762618598407,    -0.09001508940110625"
    })
    void table(int order, int samples, double tc, double dtc, double o) {
        BiasCorrection bias = new BiasCorrection(order, samples);
        assertThat(bias.tc()).isCloseTo(tc, within(1e-12));
        assertThat(bias.dtc()).isCloseTo(dtc, within(1e-12));
        assertThat(bias.o()).isCloseTo(o, within(1e-12));
        assertThat(bias.s()).isCloseTo(tc + dtc, within(1e-12));
    }

    /** b(1), b(2), b(3) for T = 100 as printed in the literature's form, through order 2 and 3. */
    @Test
    void entropyBiases() {
        double b1 = -0.0050675094;
        double b2 = -0.0152630891;
        double b3 = -0.0306398769;
        assertThat(new BiasCorrection(2, 100).tc()).isCloseTo(2 * b1 - b2, within(2e-10));
        assertThat(new BiasCorrection(2, 100).o()).isCloseTo(0, within(1e-16));
        assertThat(new BiasCorrection(3, 100).tc()).isCloseTo(3 * b1 - b3, within(3e-10));
        assertThat(new BiasCorrection(3, 100).dtc()).isCloseTo(3 * b2 - 2 * b3, within(4e-10));
    }

    @Test
    void samplesMustExceedTheOrder() {
        assertThatThrownBy(() -> new BiasCorrection(5, 5))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "there must be more samples than variables in an n-plet: samples=5, order=5; lower the order or"
                                + " give more samples");
        assertThat(new BiasCorrection(5, 6).o()).isNegative().isFinite();
        assertThatThrownBy(() -> new BiasCorrection(1, 50))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the order must be at least 2: order=1; choose 2 or more");
    }
}
