package org.oinfo.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number has the bits that the platform's own parser gives it. */
class DecimalBytesTest {
    private static final long SEED = 1709;
    private static final int TRIALS = 400_000;

    private final DecimalBytes number = new DecimalBytes();

    private void same(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.US_ASCII);
        int end = number.read(Arrays.copyOf(bytes, bytes.length + DecimalBytes.PADDING), 0);
        assertThat(end).as(text).isEqualTo(text.length());
        long expected = Double.doubleToRawLongBits(Double.parseDouble(text));
        if (Double.doubleToRawLongBits(number.value()) != expected) {
            assertThat(number.value()).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void whatProgramsWrite() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < TRIALS; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double usual = random.nextDouble() * Math.pow(10, random.nextInt(-8, 8)) * (random.nextBoolean() ? 1 : -1);
            if (Double.isFinite(any)) {
                same(Double.toString(any));
            }
            same(Double.toString(usual));
            same(new BigDecimal(usual).setScale(18, RoundingMode.HALF_EVEN).toPlainString());
        }
        for (int i = 0; i < TRIALS / 20; i++) {
            double usual = random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30));
            same(String.format(Locale.ROOT, "%.18e", usual));
            same(String.format(Locale.ROOT, "%.15g", usual));
            same(String.format(Locale.ROOT, "%." + random.nextInt(12) + "f", usual));
        }
    }

    /** Digits of any number with a point at any place and any exponent. */
    @Test
    void whatNobodyWrites() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int i = 0; i < TRIALS; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
            int digits = 1 + random.nextInt(24);
            int point = random.nextInt(-8, digits + 1);
            for (int d = 0; d < digits; d++) {
                text.append(d == point ? "." : "").append(random.nextInt(4) == 0 ? 0 : random.nextInt(10));
            }
            if (random.nextBoolean()) {
                text.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(-90, 90));
            }
            same(text.toString());
        }
    }

    /** Halves between two doubles, and one unit of the last digit beside them, where 19 digits can write them. */
    @Test
    void halfWayBetweenDoubles() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        BigInteger most = BigInteger.TEN.pow(19);
        int tried = 0;
        while (tried < TRIALS / 4) {
            double value = (1L << 52 | random.nextLong(1L << 52)) * Math.pow(2, random.nextInt(-60, 12));
            BigDecimal half = new BigDecimal(value).add(new BigDecimal(Math.ulp(value) / 2));
            BigDecimal cut = half.round(new MathContext(19, RoundingMode.DOWN));
            for (int unit = -1; unit <= 1; unit++) {
                BigInteger digits = cut.unscaledValue().add(BigInteger.valueOf(unit));
                if (digits.compareTo(most) < 0) {
                    same(digits + "e" + -cut.scale());
                    tried++;
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.0e5",
                "1",
                "+1",
                "1.",
                ".5",
                "-.5e-3",
                "9007199254740993",
                "9007199254740992",
                "9223372036854775807",
                "9223372036854775808",
                "9999999999999999999",
                "18446744073709551615",
                "18446744073709551616",
                "0.00000000000000000000000000000000001",
                "1e22",
                "1e23",
                "8.5e64",
                "1e-64",
                "1e-65",
                "1.7976931348623157e308",
                "1e309",
                "-1e400",
                "4.9e-324",
                "2e-324",
                "1e-400",
                "0e999999999999",
                "1e00000000000000000005",
                "1e-99999999999",
                "00000000000000000000000001.5",
                "123456789012345678901234567890",
                "0.12345678",
                "0.123456781234567812345678",
                "2.2250738585072014e-308",
                "2.2250738585072011e-308"
            })
    void edges(String text) {
        same(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", ".", "-.", "e5", ".e5", "1e", "1e+", "x", "+-1", "--1", "NaN", "inf"})
    void noNumbers(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.US_ASCII);
        assertThat(number.read(Arrays.copyOf(bytes, bytes.length + DecimalBytes.PADDING), 0))
                .isEqualTo(DecimalBytes.NO_NUMBER);
    }

    @Test
    void endsWhereTheNumberDoes() {
        byte[] bytes = "x1.5f,0x1p3,1d,1_0,12:\n".getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + DecimalBytes.PADDING);
        int[] starts = {1, 6, 12, 15, 19};
        int[] ends = {4, 7, 13, 16, 21};
        for (int i = 0; i < starts.length; i++) {
            assertThat(number.read(padded, starts[i])).isEqualTo(ends[i]);
        }
    }

    @Test
    void anotherDecimalSign() {
        number.decimal((byte) ',');
        for (String text : new String[] {"1,5", "-0,1234567890123456789012", "1,034e2", "12"}) {
            byte[] bytes = (text + ";").getBytes(StandardCharsets.US_ASCII);
            assertThat(number.read(Arrays.copyOf(bytes, bytes.length + DecimalBytes.PADDING), 0))
                    .isEqualTo(text.length());
            assertThat(number.value()).isEqualTo(Double.parseDouble(text.replace(',', '.')));
        }
        assertThat(number.thousandsExcluded()).isTrue();
    }
}
