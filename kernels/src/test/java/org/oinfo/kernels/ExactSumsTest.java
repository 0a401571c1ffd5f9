package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against sums of BigDecimal, which round nothing. */
class ExactSumsTest {
    private static final BigDecimal UNIT =
            BigDecimal.ONE.divide(BigDecimal.TWO.pow(112), 112, RoundingMode.UNNECESSARY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSumIsTheExactOneRoundedOnce(long seed) {
        double[] summands = summands(seed, 1000);
        BigDecimal exact = BigDecimal.ZERO;
        ExactSums sums = new ExactSums(2);
        for (double x : summands) {
            exact = exact.add(new BigDecimal(x).divide(UNIT, 0, RoundingMode.HALF_UP));
            sums.add(1, x);
        }
        assertThat(sums.value(1)).isEqualTo(exact.multiply(UNIT).doubleValue());
        assertThat(sums.value(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void neitherOrderNorGroupsChangeABit(long seed) {
        double[] summands = summands(seed, 500);
        String expected = bits(sum(DoubleStream.of(summands)));
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Double> shuffled =
                    Arrays.asList(DoubleStream.of(summands).boxed().toArray(Double[]::new));
            Collections.shuffle(shuffled, random);
            ExactSums grouped = new ExactSums(1);
            for (int from = 0, to; from < shuffled.size(); from = to) {
                to = Math.min(shuffled.size(), from + 1 + random.nextInt(100));
                ExactSums group = sum(shuffled.subList(from, to).stream().mapToDouble(x -> x));
                if (random.nextBoolean()) {
                    grouped.merge(group);
                } else {
                    group.merge(grouped);
                    grouped = group;
                }
            }
            assertThat(bits(grouped)).isEqualTo(expected);
        }
    }

    @Test
    void whatCancelsLeavesWhatWasSmall() {
        ExactSums sums = sum(DoubleStream.of(0x1p77, 3e-17, -0x1p77, 0x1p-112));
        assertThat(sums.value(0)).isEqualTo(3e-17);
        assertThat(sum(DoubleStream.of(1e10, -1e10)).value(0)).isZero();
        assertThat(sum(DoubleStream.of(-0x1p-112)).value(0)).isEqualTo(-0x1p-112);
    }

    @Test
    void smallSummandsAreRoundedToTheUnit() {
        assertThat(sum(DoubleStream.of(0x1.8p-112)).value(0)).isEqualTo(0x1p-111);
        assertThat(sum(DoubleStream.of(-0x1.8p-112)).value(0)).isEqualTo(-0x1p-111);
        assertThat(sum(DoubleStream.of(0x1p-113)).value(0)).isEqualTo(0x1p-112);
        assertThat(sum(DoubleStream.of(0x1.fp-114)).value(0)).isZero();
        assertThat(sum(DoubleStream.of(Double.MIN_VALUE, -1e-300, 1e-200, -0.0)).value(0))
                .isZero();
    }

    @Test
    void productsAreNotRounded() {
        double a = 1 + 0x1p-40;
        double b = 1 - 0x1p-41;
        ExactSums sums = new ExactSums(1);
        sums.addProduct(0, a, b);
        sums.add(0, -a * b);
        assertThat(sums.value(0))
                .isEqualTo(new BigDecimal(a)
                        .multiply(new BigDecimal(b))
                        .subtract(new BigDecimal(a * b))
                        .doubleValue());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0x1p78, -1e300})
    void whatIsNoNumberOrTooLargeMakesTheSumNaNForGood(double x) {
        assertThat(sum(DoubleStream.of(1, x, -x, 2)).value(0)).isNaN();
        ExactSums merged = sum(DoubleStream.of(1));
        merged.merge(sum(DoubleStream.of(x)));
        merged.merge(sum(DoubleStream.of(5)));
        assertThat(merged.value(0)).isNaN();
    }

    private static ExactSums sum(DoubleStream summands) {
        ExactSums sums = new ExactSums(1);
        summands.forEach(x -> sums.add(0, x));
        return sums;
    }

    private static String bits(ExactSums sums) {
        ByteBuffer bytes = ByteBuffer.allocate(ExactSums.BYTES);
        sums.write(0, bytes);
        return Arrays.toString(bytes.array());
    }

    /** Of all sizes that are summed, and some whose bits lie at the ends of the limbs. */
    private static double[] summands(long seed, int count) {
        Random random = new Random(seed);
        return random.doubles(count, -1, 1)
                .map(x -> Math.scalb(x, random.nextInt(-130, 60)))
                .map(x -> random.nextInt(8) == 0 ? Math.scalb(Math.signum(x), random.nextInt(-112, 60)) : x)
                .toArray();
    }
}
