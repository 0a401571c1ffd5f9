package org.oinfo.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.oinfo.data.ArraySamples;

class ColumnValuesTest {
    @Test
    void valuesAndZerosAreCounted() {
        double[][] x = new double[600][4];
        for (int t = 0; t < 600; t++) {
            x[t] = new double[] {t % 10, t % 11, t % 3 == 0 ? t : -0.0, t == 599 ? 0 : 1};
        }
        assertThat(ColumnValues.of(ArraySamples.of(x)))
                .containsExactly(
                        new ColumnValues(60, 10),
                        new ColumnValues(55, 11),
                        new ColumnValues(401, 11),
                        new ColumnValues(1, 2));
    }
}
