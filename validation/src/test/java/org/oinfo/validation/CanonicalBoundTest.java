package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;

/** The bounds that screens rely on: the error of the canonical routine above its guard, and who is singular. */
class CanonicalBoundTest {
    /** Half of {@link Canonical#error} is the canonical routine's share: the bound is on the difference of two routines. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8, 12, 20})
    void errorStaysBelowItsBoundDownToTheGuard(int order) {
        long seed = 41;
        Random random = new Random(seed);
        double worst = 0;
        int guarded = 0;
        for (int i = 0; i < 30; i++) {
            double condition = StrictMath.pow(10, 3 + 2 * random.nextDouble());
            CorrelationMatrix r = RandomMatrices.withCondition(random, order, condition);
            PreciseOracle.Measures exact = PreciseOracle.of(r, Nplets.first(order));
            if (exact.leastVariance() >= Canonical.GUARD) {
                guarded++;
                Canonical canonical = new Canonical(r);
                assertThat(canonical.score(Nplets.first(order), 0, order)).isTrue();
                worst = Math.max(worst, Math.abs(canonical.o() - exact.omega()));
            }
        }
        assertThat(guarded).as("seed %d", seed).isGreaterThan(5);
        assertThat(worst).as("seed %d, %d matrices", seed, guarded).isLessThan(Canonical.error(order) / 2);
    }

    /** The conditional variance of a pair is 1 - r^2, which one fused multiply-add gives to the last bit. */
    @Test
    void pairsAreSingularFromTheThresholdOn() {
        double threshold = Math.sqrt(1 - Canonical.SINGULAR);
        double r = threshold;
        for (int i = 0; i < 2000; i++) {
            r = Math.nextDown(r);
        }
        int singular = 0;
        for (int i = 0; i < 4000; i++) {
            CorrelationMatrix pair = Covariances.upper(2, r);
            boolean expected = PreciseOracle.of(pair, 0, 1).singular();
            assertThat(new Canonical(pair).score(new int[] {0, 1}, 0, 2))
                    .as("r=%s", r)
                    .isEqualTo(!expected);
            singular += expected ? 1 : 0;
            r = Math.nextUp(r);
        }
        assertThat(singular).isBetween(1, 3999);
    }
}
