package org.oinfo.kernels;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Sums of doubles that are the same to the last bit in whatever order and groups they are added up: whole numbers of 2^-112 in 192
 * bits. A summand of 2^-60 and more in magnitude is added exactly, a smaller one rounded to a multiple of 2^-112 (2e-34) once.
 *
 * <p>The sum is rounded when it is read, to the nearest double. Summands must stay below 2^78 in magnitude, and so must sums: one that
 * is not a finite number, or larger, makes the sum NaN.
 *
 * <p>Source of the idea: Kulisch, Computer Arithmetic and Validity (2008), the complete register, here of the width that Omega needs.
 */
public final class ExactSums {
    /** Bytes that {@link #write} writes. */
    public static final int BYTES = 3 * Long.BYTES;

    private static final int LIMBS = 3;
    /** A double with this biased exponent has a mantissa that counts units of 2^-112. */
    private static final int UNIT_EXPONENT = 1075 - 112;
    /** Mantissas that are shifted farther left do not fit. */
    private static final int LARGEST_SHIFT = 137;

    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_MASK = 0x7FF;
    private static final long IMPLIED_BIT = 1L << MANTISSA_BITS;
    /** In the highest limb: the sum is no number. */
    private static final long NOT_A_NUMBER = Long.MIN_VALUE;

    /** The lowest limb of each sum first, two's complement [sums][3]. */
    private final long[] limbs;

    /** {@code count} sums of nothing. */
    public ExactSums(int count) {
        limbs = new long[LIMBS * count];
    }

    /** Adds to sum i. */
    public void add(int i, double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) & EXPONENT_MASK;
        int shift = Math.max(exponent, 1) - UNIT_EXPONENT;
        long mantissa = (bits & (IMPLIED_BIT - 1)) | (exponent == 0 ? 0 : IMPLIED_BIT);
        if (shift > LARGEST_SHIFT) {
            limbs[LIMBS * i + 2] = NOT_A_NUMBER;
        } else if (shift >= 0) {
            addShifted(LIMBS * i, mantissa, shift, bits < 0);
        } else if (shift >= -MANTISSA_BITS - 1) {
            // Half a unit more before the bits below the unit are dropped: halves go away from zero.
            addShifted(LIMBS * i, (mantissa + (1L << (-shift - 1))) >>> -shift, 0, bits < 0);
        }
    }

    /** Adds the product of two doubles to sum i, without rounding it. */
    public void addProduct(int i, double a, double b) {
        double product = a * b;
        add(i, product);
        add(i, Math.fma(a, b, -product));
    }

    private void addShifted(int at, long mantissa, int shift, boolean negative) {
        int bit = shift & (Long.SIZE - 1);
        long low = mantissa << bit;
        long high = bit == 0 ? 0 : mantissa >>> (Long.SIZE - bit);
        switch (shift >>> 6) {
            case 0 -> addLimbs(at, low, high, 0, negative);
            case 1 -> addLimbs(at, 0, low, high, negative);
            default -> addLimbs(at, 0, 0, low, negative);
        }
    }

    private void addLimbs(int at, long low, long middle, long high, boolean negative) {
        if (limbs[at + 2] == NOT_A_NUMBER) {
            return;
        }
        // -x is the complement of x, and one more.
        long flip = negative ? -1 : 0;
        long carry = negative ? 1 : 0;
        carry = addLimb(at, low ^ flip, carry);
        carry = addLimb(at + 1, middle ^ flip, carry);
        addLimb(at + 2, high ^ flip, carry);
    }

    /** Adds to a limb; returns what is carried to the next one. */
    private long addLimb(int at, long x, long carry) {
        long part = limbs[at] + x;
        long sum = part + carry;
        limbs[at] = sum;
        return Long.compareUnsigned(part, x) < 0 || (carry != 0 && sum == 0) ? 1 : 0;
    }

    /** Adds the sums of another. */
    public void merge(ExactSums other) {
        for (int at = 0; at < limbs.length; at += LIMBS) {
            if (other.limbs[at + 2] == NOT_A_NUMBER) {
                limbs[at + 2] = NOT_A_NUMBER;
            } else {
                addLimbs(at, other.limbs[at], other.limbs[at + 1], other.limbs[at + 2], false);
            }
        }
    }

    /** Sum i, rounded to the nearest double. */
    public double value(int i) {
        return limbs[LIMBS * i + 2] == NOT_A_NUMBER ? Double.NaN : value(units(i));
    }

    /** Sum i in units of 2^-112, or null where it is no number. */
    BigInteger units(int i) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        for (int limb = LIMBS - 1; limb >= 0; limb--) {
            bytes.putLong(limbs[LIMBS * i + limb]);
        }
        return new BigInteger(bytes.array());
    }

    /** So many units of 2^-112, rounded to the nearest double. */
    static double value(BigInteger units) {
        return Math.scalb(units.doubleValue(), -112);
    }

    /** Writes sum i: its three limbs, the lowest first. */
    public void write(int i, ByteBuffer out) {
        for (int limb = 0; limb < LIMBS; limb++) {
            out.putLong(limbs[LIMBS * i + limb]);
        }
    }

    /** Takes sum i as it was written. */
    public void read(int i, ByteBuffer in) {
        for (int limb = 0; limb < LIMBS; limb++) {
            limbs[LIMBS * i + limb] = in.getLong();
        }
    }
}
