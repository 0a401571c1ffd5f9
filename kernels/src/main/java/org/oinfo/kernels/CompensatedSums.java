package org.oinfo.kernels;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sums of doubles that carry their rounding errors along (double-double accumulation), so that a sum of many blocks is good
 * to a few units in the last place. The result depends on the order of additions, as any floating-point sum does; callers
 * add in a fixed order.
 *
 * <p>Source: Knuth, The Art of Computer Programming 2, 4.2.2 (the error of an addition is a double).
 */
public final class CompensatedSums {
    private final double[] high;
    private final double[] low;

    /** {@code count} sums of nothing. */
    public CompensatedSums(int count) {
        high = new double[count];
        low = new double[count];
    }

    /** Adds to sum i. */
    public void add(int i, double x) {
        double sum = high[i] + x;
        double part = sum - high[i];
        low[i] += (high[i] - (sum - part)) + (x - part);
        high[i] = sum;
    }

    /** Adds the sums of another. */
    public void merge(CompensatedSums other) {
        for (int i = 0; i < high.length; i++) {
            add(i, other.high[i]);
            low[i] += other.low[i];
        }
    }

    /** Forgets everything. */
    public void clear() {
        Arrays.fill(high, 0);
        Arrays.fill(low, 0);
    }

    /** Sum i. */
    public double value(int i) {
        return high[i] + low[i];
    }

    /** Writes sum i and the rounding error that it carries. */
    void write(int i, ByteBuffer out) {
        out.putDouble(high[i]).putDouble(low[i]);
    }

    /** Takes sum i as it was written. */
    void read(int i, ByteBuffer in) {
        high[i] = in.getDouble();
        low[i] = in.getDouble();
    }
}
