package org.oinfo.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** From values to places, and the numbers at an axis. */
class ScaleTest {
    @Test
    void ticksAreRoundAndNoMoreThanAskedFor() {
        assertThat(Scale.linear(-0.45, 0.38, 0, 100, 5).ticks()).containsExactly(-0.4, -0.2, 0, 0.2);
        assertThat(Scale.linear(0, 1, 0, 100, 10).ticks())
                .containsExactly(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
        assertThat(Scale.linear(1e-9, 4.2e-9, 0, 100, 4).ticks()).containsExactly(1e-9, 2e-9, 3e-9, 4e-9);
        assertThat(Scale.linear(0, 123456, 0, 100, 4).ticks()).containsExactly(0, 50000, 100000);
    }

    @Test
    void oneValueHasAnAxisAroundIt() {
        Scale around = Scale.linear(3, 3, 0, 100, 4);
        assertThat(around.at(3)).isEqualTo(50);
        assertThat(around.ticks()).contains(3);
        assertThat(Scale.linear(0, 0, 0, 100, 4).at(0)).isEqualTo(50);
    }

    @Test
    void aSymmetricAxisHasEqualStepsFarFromZero() {
        Scale far = Scale.symmetric(1e-9, -100, 100, 0, 1000, new double[0]);
        assertThat(far.at(0)).isEqualTo(500);
        assertThat(far.at(1) - far.at(0.1)).isCloseTo(far.at(10) - far.at(1), within(1e-3));
        assertThat(far.at(-10)).isCloseTo(1000 - far.at(10), within(1e-9));
        assertThat(Scale.decades(5e-4, -0.3, 0.02)).containsExactly(-0.1, -0.01, -0.001, 0, 0.001, 0.01);
    }

    @Test
    void numbersAreAsShortAsTheyAre() {
        assertThat(Scale.text(-0.05)).isEqualTo("−0.05");
        assertThat(Scale.text(2000)).isEqualTo("2000");
        assertThat(Scale.text(0)).isEqualTo("0");
        assertThat(Scale.text(1e-9)).isEqualTo("1e−9");
        assertThat(Scale.text(2.5e-9)).isEqualTo("2.5e−9");
    }
}
