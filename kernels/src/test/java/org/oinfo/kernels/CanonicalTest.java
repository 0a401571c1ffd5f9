package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CanonicalTest {
    @Test
    void threeVariables() {
        CorrelationMatrix r = CorrelationMatrix.wrap(3, new double[] {1, .4, .3, .4, 1, .2, .3, .2, 1});
        Canonical canonical = new Canonical(r);
        assertThat(canonical.score(new int[] {0, 1, 2}, 0, 3)).isTrue();
        assertThat(canonical.tc()).isCloseTo(.1385359467, within(5e-11));
        assertThat(canonical.dtc()).isCloseTo(.1223288628, within(5e-11));
        assertThat(canonical.o()).isCloseTo(.0162070839, within(5e-11));
        assertThat(canonical.s()).isCloseTo(.2608648094, within(5e-11));
    }

    @Test
    void independentVariablesAreExactlyZero() {
        Canonical canonical = new Canonical(Systems.identity(50));
        int[] all = java.util.stream.IntStream.range(0, 50).toArray();
        assertThat(canonical.score(all, 0, 50)).isTrue();
        assertThat(canonical.tc()).isZero();
        assertThat(canonical.dtc()).isZero();
        assertThat(canonical.o()).isZero();
        assertThat(canonical.s()).isZero();
    }

    @Test
    void equicorrelatedVariablesOfManyOrders() {
        double rho = 0.3;
        int n = 400;
        Canonical canonical = new Canonical(Systems.equicorrelated(n, rho));
        int[] all = java.util.stream.IntStream.range(0, n).toArray();
        for (int k : new int[] {2, 3, 10, 100, 400}) {
            assertThat(canonical.score(all, 0, k)).isTrue();
            double expected =
                    (k / 2.0 - 1) * Math.log((1 + (k - 1) * rho) / (1 - rho)) - k / 2.0 * Math.log(1 + (k - 2) * rho);
            assertThat(canonical.o()).isCloseTo(expected, within(1e-12 * (1 + canonical.s())));
        }
    }

    @Test
    void linearDependenceIsSingularAndTheThresholdIsOnConditionalVariances() {
        for (double residual : new double[] {0, 5e-13, 2e-12, 1e-9}) {
            double rho = Math.sqrt(1 - residual);
            double kept = 1 - rho * rho;
            CorrelationMatrix r = CorrelationMatrix.wrap(2, new double[] {1, rho, rho, 1});
            Canonical canonical = new Canonical(r);
            assertThat(canonical.score(new int[] {0, 1}, 0, 2)).isEqualTo(kept >= 1e-12);
            if (kept < 1e-12) {
                assertThat(canonical.o()).isNaN();
                assertThat(canonical.tc()).isNaN();
            }
        }
    }
}
