package org.oinfo.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.oinfo.kernels.CorrelationMatrix;

/** The oracles themselves: known digits, and agreement with each other where doubles suffice. */
class OraclesTest {
    private static final BigLogarithm LOGARITHM = new BigLogarithm(new MathContext(50));

    @Test
    void logarithmsHaveTheirKnownDigits() {
        assertDigits("2", "0.69314718055994530941723212145817656807550013436026");
        assertDigits("10", "2.3025850929940456840179914546843642076011014886288");
        assertDigits("1e-30", "-69.077552789821370520539743640530926228033044658863");
        assertDigits("1.5", "0.40546510810816438197801311546434913657199042346249");
        assertThat(LOGARITHM.of(BigDecimal.ONE).signum()).isZero();
    }

    @Test
    void logarithmOfAProductIsTheSum() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            BigDecimal x = new BigDecimal(StrictMath.exp(60 * random.nextDouble() - 30));
            BigDecimal y = new BigDecimal(random.nextDouble() + 1e-9);
            BigDecimal gap =
                    LOGARITHM.of(x.multiply(y)).subtract(LOGARITHM.of(x).add(LOGARITHM.of(y)));
            assertThat(gap.abs().doubleValue()).as("seed %d, draw %d", seed, i).isLessThan(1e-46);
        }
    }

    @Test
    void definitionInDoublesAgreesWithFiftyDigits() {
        long seed = 12;
        Random random = new Random(seed);
        for (int k = 2; k <= 12; k++) {
            CorrelationMatrix r = Covariances.correlation(RandomMatrices.factorModel(random, k, 3, 0.5));
            int[] all = Nplets.first(k);
            PreciseOracle.Measures exact = PreciseOracle.of(r, all);
            double[] found = DefinitionReference.of(r, all).all();
            for (int i = 0; i < 4; i++) {
                assertThat(exact.scaledError(found[i], exact.all()[i]))
                        .as("seed %d, order %d, measure %d", seed, k, i)
                        .isLessThan(1e-12);
            }
        }
    }

    @Test
    void leastVarianceOfAPairIsItsResidualVariance() {
        double r = 0.9999999999;
        double exact = new BigDecimal(1).subtract(new BigDecimal(r).pow(2)).doubleValue();
        assertThat(PreciseOracle.of(Covariances.upper(2, r), 0, 1).leastVariance())
                .isCloseTo(exact, within(1e-25));
    }

    @Test
    void matricesThatAreNotPositiveDefiniteAreSingular() {
        assertThat(PreciseOracle.of(Covariances.upper(2, 1), 0, 1).singular()).isTrue();
        assertThat(PreciseOracle.of(Covariances.upper(3, 0.9, 0.9, -0.9), 0, 1, 2)
                        .singular())
                .isTrue();
    }

    private static void assertDigits(String x, String expected) {
        BigDecimal gap = LOGARITHM.of(new BigDecimal(x)).subtract(new BigDecimal(expected));
        assertThat(gap.abs()).isLessThan(new BigDecimal(expected).abs().scaleByPowerOfTen(-48));
    }
}
