package org.oinfo.kernels;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Variance and histogram of Omega over the n-plets that are not singular, in a {@link Landscape} of level full. */
public final class Distribution {
    private final long[] histogram = new long[OmegaHistogram.size()];

    private long count;
    private double mean;
    /** Sum of squared deviations from the mean. */
    private double squares;

    /** A distribution of nothing. */
    public Distribution() {}

    void record(double omega) {
        addMoments(1, omega, 0);
        histogram[OmegaHistogram.bin(omega)]++;
    }

    /**
     * Merges the moments of other n-plets.
     *
     * <p>Source: Chan, Golub, LeVeque 1983, The American Statistician 37, 242 (doi 10.1080/00031305.1983.10483115).
     */
    public void addMoments(long otherCount, double otherMean, double otherSquares) {
        if (otherCount == 0) {
            return;
        }
        long all = count + otherCount;
        double delta = otherMean - mean;
        mean += delta * otherCount / all;
        squares += otherSquares + delta * delta * count * otherCount / all;
        count = all;
    }

    /** Counts per bin of {@link OmegaHistogram}; kernels increment them in place. */
    public long[] histogram() {
        return histogram;
    }

    /** Adds the distribution of other n-plets. */
    public void merge(Distribution other) {
        addMoments(other.count, other.mean, other.squares);
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] += other.histogram[i];
        }
    }

    void write(ByteBuffer out) {
        out.putLong(count).putDouble(mean).putDouble(squares);
        for (long nplets : histogram) {
            out.putLong(nplets);
        }
    }

    void read(ByteBuffer in) {
        count = in.getLong();
        mean = in.getDouble();
        squares = in.getDouble();
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] = in.getLong();
        }
    }

    /** Forgets everything. */
    public void clear() {
        count = 0;
        mean = 0;
        squares = 0;
        Arrays.fill(histogram, 0);
    }

    /** Variance of Omega over the n-plets that are not singular, nats^2; divisor: their number. NaN when there are none. */
    public double variance() {
        return count == 0 ? Double.NaN : squares / count;
    }
}
