package org.oinfo.kernels.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;

class ScalarPosteriorTest extends PosteriorContract {
    @Override
    protected Backend backend() {
        return Backends.open("scalar");
    }

    /** Against StrictMath, whose error is below one unit in the last place. */
    @Test
    void elementaryFunctions() {
        double worstExp = 0;
        double worstLog = 0;
        for (int i = 0; i <= 2_000_000; i++) {
            double x = -708.0 * i / 2_000_000 * i / 2_000_000;
            worstExp = Math.max(worstExp, Math.abs(Exponential.of(x) / StrictMath.exp(x) - 1));
            double y = 1 + i * 1e-4;
            double exact = StrictMath.log(y);
            worstLog = Math.max(worstLog, Math.abs(Logarithm.of(y) - exact) / Math.max(exact, 1e-300));
        }
        System.out.printf("exp %.1e, log %.1e, relative%n", worstExp, worstLog);
        assertThat(worstExp).isLessThan(8e-16);
        assertThat(worstLog).isLessThan(5e-16);
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(-1e9)).isBetween(0.0, 1e-300);
        assertThat(Logarithm.of(1)).isZero();
    }
}
