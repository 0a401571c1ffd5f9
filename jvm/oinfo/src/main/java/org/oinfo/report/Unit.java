package org.oinfo.report;

import java.util.Locale;

/** Unit of information at output; inside, everything is in nats. */
public enum Unit {
    /** Natural logarithms. */
    NATS(1),
    /** Logarithms to base 2: 1 nat = 1/ln 2 bits. */
    BITS(Math.log(2));

    /** One of this unit in nats: a quotient brings back whole bits exactly where a product with 1/ln 2 makes 3 bits 2.9999999999999996. */
    private final double inNats;

    Unit(double inNats) {
        this.inNats = inNats;
    }

    /** A value in nats in this unit. A negative zero becomes 0. */
    public double of(double nats) {
        return nats / inNats + 0.0;
    }

    /** Turns values[0 .. count-1], nats, into this unit. */
    public void convert(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = of(values[i]);
        }
    }

    /** A variance in nats^2 in this unit squared. */
    public double ofSquare(double nats) {
        return nats / inNats / inNats;
    }

    /** {@code nats} or {@code bits}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
