package org.oinfo.estimate.given;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The precision that the numbers of a matrix carry, told from the numbers: whether all of them are single precision, or have few
 * decimals. However the file was written, a rounded matrix shows it.
 */
final class MatrixPrecision {
    /** The last place of a single-precision number below 2. */
    static final double SINGLE = 0x1p-23;

    /** As few decimals as are taken for rounding; a matrix with fewer may be meant as it stands. */
    private static final int FEWEST = 5;

    private static final int MOST = 8;
    private static final double[] POWERS = IntStream.rangeClosed(0, MOST)
            .mapToDouble(d -> Double.parseDouble("1e" + d))
            .toArray();

    private MatrixPrecision() {}

    /**
     * The unit u to which entries on the scale of correlations are given, or 0 for double precision.
     *
     * @param values number of values
     * @param value value by index
     * @param correlations whether the matrix has a diagonal of 1, so that decimals are those of correlations
     */
    static double of(int values, IntToDoubleFunction value, boolean correlations) {
        int decimals = correlations ? decimals(values, value) : MOST + 1;
        if (decimals < MOST) {
            return decimals < FEWEST ? 0 : 1 / POWERS[decimals];
        }
        if (IntStream.range(0, values).allMatch(i -> isSingle(value.applyAsDouble(i)))) {
            return SINGLE;
        }
        return decimals == MOST ? 1 / POWERS[MOST] : 0;
    }

    /** The most decimals of any value, {@value #MOST} + 1 for more than {@value #MOST}. Trailing zeros do not show in some of them. */
    private static int decimals(int values, IntToDoubleFunction value) {
        int decimals = 0;
        for (int i = 0; i < values && decimals <= MOST; i++) {
            double v = value.applyAsDouble(i);
            while (decimals <= MOST && Math.rint(v * POWERS[decimals]) / POWERS[decimals] != v) {
                decimals++;
            }
        }
        return decimals;
    }

    /** Whether a number is single precision, or the shortest decimal that stands for such a one. */
    private static boolean isSingle(double value) {
        float single = (float) value;
        return single == value || Double.parseDouble(Float.toString(single)) == value;
    }
}
