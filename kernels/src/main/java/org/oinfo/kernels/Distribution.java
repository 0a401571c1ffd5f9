package org.oinfo.kernels;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Variance and histogram of Omega over the n-plets that are not singular, in a {@link Landscape} of level full. */
public final class Distribution {
    /** Bytes that {@link #write} writes. */
    static final long BYTES = Long.BYTES + 2L * ExactSums.BYTES + (long) OmegaHistogram.size() * Long.BYTES;

    private static final int SUM = 0;
    private static final int SQUARES = 1;

    private final long[] histogram = new long[OmegaHistogram.size()];

    private long count;
    /** Of Omega and of its square: exact, so that what cancels between them leaves the variance whole. */
    private final ExactSums sums = new ExactSums(2);

    /** A distribution of nothing. */
    Distribution() {}

    void record(double omega) {
        addMoments(1, omega, 0);
        histogram[OmegaHistogram.bin(omega)]++;
    }

    /**
     * Adds the moments of other n-plets: n m to the sum, and to the sum of squares the squared deviations from m and n m^2, the
     * products without rounding.
     *
     * @param nplets their number n
     * @param mean their mean m
     * @param squares sum of their squared deviations from it
     */
    public void addMoments(long nplets, double mean, double squares) {
        if (nplets == 0) {
            return;
        }
        count += nplets;
        sums.add(SQUARES, squares);
        double square = mean * mean;
        double error = Math.fma(mean, mean, -square);
        // A number of n-plets beyond 2^53 is the sum of two doubles.
        double many = (double) (nplets >>> 32 << 32);
        double rest = (double) (nplets & 0xFFFF_FFFFL);
        addTimes(many, mean, square, error);
        addTimes(rest, mean, square, error);
    }

    private void addTimes(double nplets, double mean, double square, double error) {
        if (nplets != 0) {
            sums.addProduct(SUM, nplets, mean);
            sums.addProduct(SQUARES, nplets, square);
            sums.addProduct(SQUARES, nplets, error);
        }
    }

    /** Counts per bin of {@link OmegaHistogram}; kernels increment them in place. */
    public long[] histogram() {
        return histogram;
    }

    /** Adds the distribution of other n-plets. */
    public void merge(Distribution other) {
        count += other.count;
        sums.merge(other.sums);
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] += other.histogram[i];
        }
    }

    void write(ByteBuffer out) {
        out.putLong(count);
        sums.write(SUM, out);
        sums.write(SQUARES, out);
        for (long nplets : histogram) {
            out.putLong(nplets);
        }
    }

    void read(ByteBuffer in) {
        count = in.getLong();
        sums.read(SUM, in);
        sums.read(SQUARES, in);
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] = in.getLong();
        }
    }

    /** Variance of Omega over the n-plets that are not singular, nats^2; divisor: their number. NaN when there are none. */
    public double variance() {
        if (count == 0 || Double.isNaN(sums.value(SUM)) || Double.isNaN(sums.value(SQUARES))) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger sum = sums.units(SUM);
        // n times the sum of squared deviations; rounding of the summands may leave it a little below 0.
        BigInteger deviations =
                sums.units(SQUARES).multiply(n).subtract(sum.multiply(sum).shiftRight(112));
        return Math.max(0, ExactSums.value(deviations) / count / count);
    }
}
