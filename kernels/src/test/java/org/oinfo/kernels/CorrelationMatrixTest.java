package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CorrelationMatrixTest {
    private final CorrelationMatrix r = CorrelationMatrix.wrap(3, new double[] {1, .4, .3, .4, 1, .2, .3, .2, 1});

    @Test
    void someVariablesKeepTheirCorrelationsInTheOrderGiven() {
        assertThat(r.of(2, 0).array()).containsExactly(1, .3, .3, 1);
        assertThat(r.of(0, 1, 2).array()).containsExactly(r.array());
        assertThat(r.of(1, 2).variables()).isEqualTo(2);
    }

    @Test
    void oneVariableHasNoCorrelations() {
        assertThatThrownBy(() -> r.of(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("correlations need at least 2 variables: variables=1");
    }
}
