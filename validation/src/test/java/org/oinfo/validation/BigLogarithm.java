package org.oinfo.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Natural logarithm of a {@link BigDecimal}, to within a few units of the last digit of its context.
 *
 * <p>x = 10^p 2^j m with m in [0.75, 1.5), and ln m = 2 atanh((m-1)/(m+1)), whose terms shrink by 25 or more each.
 */
final class BigLogarithm {
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal UPPER = new BigDecimal("1.5");

    private final MathContext context;
    private final BigDecimal ln2;
    private final BigDecimal ln10;

    BigLogarithm(MathContext context) {
        this.context = context;
        // ln 2 = 2 atanh(1/3); ln 10 = 3 ln 2 + ln(5/4) = 3 ln 2 + 2 atanh(1/9).
        ln2 = twiceAtanh(BigDecimal.ONE.divide(BigDecimal.valueOf(3), context));
        ln10 = ln2.multiply(BigDecimal.valueOf(3))
                .add(twiceAtanh(BigDecimal.ONE.divide(BigDecimal.valueOf(9), context)));
    }

    /** ln x for x > 0. */
    BigDecimal of(BigDecimal x) {
        if (x.signum() <= 0) {
            throw new ArithmeticException("a logarithm needs a positive number: x=" + x.round(new MathContext(5)));
        }
        int power = x.precision() - x.scale() - 1;
        BigDecimal m = x.scaleByPowerOfTen(-power);
        int halvings = 0;
        while (m.compareTo(UPPER) >= 0) {
            m = m.divide(TWO, context);
            halvings++;
        }
        BigDecimal z = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), context);
        return twiceAtanh(z)
                .add(ln2.multiply(BigDecimal.valueOf(halvings)))
                .add(ln10.multiply(BigDecimal.valueOf(power)))
                .round(context);
    }

    /** 2 (z + z^3/3 + z^5/5 + ..) until the terms no longer count. */
    private BigDecimal twiceAtanh(BigDecimal z) {
        BigDecimal square = z.multiply(z, context);
        BigDecimal smallest = new BigDecimal(BigInteger.ONE, context.getPrecision() + 2).multiply(z.abs(), context);
        BigDecimal sum = z;
        BigDecimal power = z;
        for (long odd = 3; ; odd += 2) {
            power = power.multiply(square, context);
            BigDecimal term = power.divide(BigDecimal.valueOf(odd), context);
            if (term.abs().compareTo(smallest) <= 0) {
                return sum.multiply(TWO);
            }
            sum = sum.add(term, context);
        }
    }
}
