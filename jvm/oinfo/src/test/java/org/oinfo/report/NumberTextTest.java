package org.oinfo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    private static void assertAsFormatted(double x) {
        assertThat(NumberText.sixDecimals(x)).isEqualTo(String.format(Locale.ROOT, "%.6f", x));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.001,
                0.0010005,
                0.9999995,
                0.99999949999,
                9.9999995,
                1.0000005,
                1.00000049,
                0.5,
                1,
                10,
                123.456,
                9999999.9999995,
                9999999,
                1e7,
                1e8,
                123456789.5,
                0,
                1e-4,
                0.0999999999999,
                Math.PI
            })
    void sixDecimalsAreThoseOfTheFormat(double x) {
        assertAsFormatted(x);
        assertAsFormatted(-x);
    }

    @Test
    void sixDecimalsOfAnyNumberAreThoseOfTheFormat() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double x = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-5, 9));
            assertAsFormatted(x);
            // Halves of the last place, where rounding is decided.
            assertAsFormatted(Math.rint(x * 1e6) / 1e6 + 5e-7);
        }
    }
}
