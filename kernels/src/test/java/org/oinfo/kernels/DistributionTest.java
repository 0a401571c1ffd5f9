package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Variances against BigDecimal. */
class DistributionTest {
    @Test
    void whatCancelsBetweenSquareAndMeanLosesNothing() {
        Random random = new Random(7);
        double[] omegas = random.doubles(2000, 0, 1).map(x -> 5 + 1e-6 * x).toArray();
        Distribution one = new Distribution();
        Distribution merged = new Distribution();
        for (int from = 0; from < omegas.length; from += 100) {
            Distribution part = new Distribution();
            for (int i = from; i < from + 100; i++) {
                one.record(omegas[i]);
                part.record(omegas[i]);
            }
            merged.merge(part);
        }
        double exact = variance(omegas);
        assertThat(one.variance()).isEqualTo(exact, within(1e-15 * exact));
        assertThat(merged.variance()).isEqualTo(one.variance());
    }

    @Test
    void momentsOfMoreNpletsThanADoubleCounts() {
        Distribution distribution = new Distribution();
        long many = (1L << 60) + 12345;
        distribution.addMoments(many, 0.1, 0);
        assertThat(distribution.variance()).isZero();
        distribution.addMoments(many, 0.3, 0.5 * many);
        assertThat(distribution.variance()).isEqualTo(0.26, within(1e-15));
    }

    @Test
    void ofNothingThereIsNoVariance() {
        assertThat(new Distribution().variance()).isNaN();
        Distribution unknown = new Distribution();
        unknown.addMoments(2, Double.NaN, 0);
        assertThat(unknown.variance()).isNaN();
    }

    private static double variance(double[] omegas) {
        BigDecimal n = BigDecimal.valueOf(omegas.length);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (double o : omegas) {
            BigDecimal x = new BigDecimal(o);
            sum = sum.add(x);
            squares = squares.add(x.multiply(x));
        }
        MathContext precise = new MathContext(60);
        BigDecimal mean = sum.divide(n, precise);
        return squares.divide(n, precise).subtract(mean.multiply(mean)).doubleValue();
    }
}
