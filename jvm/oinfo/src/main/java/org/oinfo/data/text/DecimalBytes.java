package org.oinfo.data.text;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads a decimal number where it lies in a buffer, to the nearest double: sign, digits, decimal sign, exponent.
 *
 * <p>Up to 19 digits make a whole number w below 2^64, so that the value is w 10^e. With w below 2^53 and |e| at most 22 one
 * multiplication or division of exact doubles rounds correctly. Otherwise w, the power and the quotient are pairs of doubles
 * with a relative error below 2^-93; if both ends of an interval of 2^-90 round to the same double, that is the nearest.
 * What is left (ties, longer numbers, far exponents) goes to a library.
 */
final class DecimalBytes {
    /** Bytes after the last line of a buffer that may be looked at. */
    static final int PADDING = Long.BYTES;

    static final int NO_NUMBER = -1;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Powers of ten that are exact doubles end here. */
    private static final int EXACT_POWER = 22;

    private static final int MOST_DIGITS = 19;
    private static final int MOST_POWER = 64;
    private static final double UNSURE = 0x1p-90;

    /** 10^e = POWER[e] + REST[e] (1 + 2^-53 at most). */
    private static final double[] POWER = new double[MOST_POWER + 1];

    private static final double[] REST = new double[MOST_POWER + 1];

    static {
        for (int e = 0; e <= MOST_POWER; e++) {
            BigDecimal power = BigDecimal.TEN.pow(e);
            POWER[e] = power.doubleValue();
            REST[e] = power.subtract(new BigDecimal(POWER[e])).doubleValue();
        }
    }

    private byte decimal = '.';
    private double value;
    private boolean decimalSeen;
    private boolean thousandsExcluded;

    /** Reads numbers from now on with this decimal sign. */
    void decimal(byte sign) {
        decimal = sign;
        decimalSeen = false;
        thousandsExcluded = false;
    }

    byte decimal() {
        return decimal;
    }

    /** Whether a number had a decimal sign. */
    boolean decimalSeen() {
        return decimalSeen;
    }

    /** Whether a number had other than three digits after its decimal sign, or none but zeros before. */
    boolean thousandsExcluded() {
        return thousandsExcluded;
    }

    /** The number read last; an infinity if it is beyond the largest double. */
    double value() {
        return value;
    }

    /**
     * Reads a number.
     *
     * @param bytes a buffer in which what is no part of a number follows, and then {@link #PADDING}
     * @param from where the number begins
     * @return where it ends, or {@link #NO_NUMBER}
     */
    int read(byte[] bytes, int from) {
        boolean negative = bytes[from] == '-';
        int start = negative || bytes[from] == '+' ? from + 1 : from;
        int at = start;
        long w = 0;
        for (int digit = bytes[at] - '0'; isDigit(digit); digit = bytes[++at] - '0') {
            w = 10 * w + digit;
        }
        int digits = at - start;
        int power = 0;
        if (bytes[at] == decimal) {
            int first = ++at;
            for (long eight = eight(bytes, at); areDigits(eight); eight = eight(bytes, at)) {
                w = 100_000_000 * w + number(eight);
                at += Long.BYTES;
            }
            for (int digit = bytes[at] - '0'; isDigit(digit); digit = bytes[++at] - '0') {
                w = 10 * w + digit;
            }
            power = first - at;
            digits -= power;
            decimalSeen = true;
            thousandsExcluded |= power != -3 || w < 1000;
        }
        if (digits == 0) {
            return NO_NUMBER;
        }
        boolean exact = digits <= MOST_DIGITS || digits - leadingZeros(bytes, start) <= MOST_DIGITS;
        if ((bytes[at] | 0x20) == 'e') {
            int sign = bytes[at + 1];
            int first = sign == '-' || sign == '+' ? at + 2 : at + 1;
            int exponent = 0;
            at = first;
            for (int digit = bytes[at] - '0'; isDigit(digit); digit = bytes[++at] - '0') {
                exponent = 10 * exponent + digit;
            }
            if (at == first) {
                return NO_NUMBER;
            }
            // Eight digits cannot overflow an int.
            exact &= at - first <= Long.BYTES;
            power += sign == '-' ? -exponent : exponent;
        }
        value = exact && power >= -MOST_POWER && power <= MOST_POWER
                ? scaled(w, power, bytes, from, at)
                : library(bytes, from, at);
        if (negative && value > 0) {
            value = -value;
        } else if (negative && value == 0) {
            value = -0.0;
        }
        return at;
    }

    /** w 10^power; sign is the caller's. */
    private double scaled(long w, int power, byte[] bytes, int from, int to) {
        boolean exact = w >>> 53 == 0;
        if (exact && power <= EXACT_POWER && power >= -EXACT_POWER) {
            return power < 0 ? w / POWER[-power] : w * POWER[power];
        }
        // Both are exact, and low is the smaller by 2^42.
        double high = exact ? w : (w >>> 11) * 2048.0;
        double low = exact ? 0 : w & 2047;
        double near;
        double rest;
        if (power < 0) {
            double divisor = POWER[-power];
            near = high / divisor;
            rest = (Math.fma(-near, divisor, high) + low - near * REST[-power]) / divisor;
        } else {
            double factor = POWER[power];
            near = high * factor;
            rest = Math.fma(high, factor, -near) + (high * REST[power] + low * factor);
        }
        double unsure = near * UNSURE;
        double below = near + (rest - unsure);
        return below == near + (rest + unsure) ? below : library(bytes, from, to);
    }

    private double library(byte[] bytes, int from, int to) {
        if (decimal == '.') {
            return JavaDoubleParser.parseDouble(bytes, from, to - from);
        }
        byte[] point = Arrays.copyOfRange(bytes, from, to);
        for (int i = 0; i < point.length; i++) {
            point[i] = point[i] == decimal ? (byte) '.' : point[i];
        }
        return JavaDoubleParser.parseDouble(point);
    }

    private int leadingZeros(byte[] bytes, int start) {
        int zeros = 0;
        for (int at = start; bytes[at] == '0' || bytes[at] == decimal; at++) {
            zeros += bytes[at] == '0' ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isDigit(int value) {
        // A negative value is a large unsigned one.
        return Integer.compareUnsigned(value, 9) <= 0;
    }

    private static long eight(byte[] bytes, int at) {
        return (long) EIGHT_BYTES.get(bytes, at);
    }

    /** Whether all bytes are '0' to '9': the upper half is 3, and still is when 6 is added. */
    private static boolean areDigits(long eight) {
        long upper = 0xF0F0F0F0F0F0F0F0L;
        long three = 0x3030303030303030L;
        return (eight & upper) == three && ((eight + 0x0606060606060606L) & upper) == three;
    }

    /** The number that eight digits write, the first in the lowest byte: pairs, then fours, then all of them. */
    private static long number(long eight) {
        long ones = eight & 0x0F0F0F0F0F0F0F0FL;
        long pairs = (ones * 10 + (ones >>> 8)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (fours * 10_000 + (fours >>> 32)) & 0xFFFFFFFFL;
    }
}
