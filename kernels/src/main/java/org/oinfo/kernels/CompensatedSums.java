package org.oinfo.kernels;

/**
 * Sums of doubles that carry their rounding errors along (double-double accumulation), so that a sum of many blocks is good
 * to a few units in the last place. The result depends on the order of additions, as any floating-point sum does; callers
 * add in a fixed order.
 *
 * <p>Source: Knuth, The Art of Computer Programming 2, 4.2.2 (the error of an addition is a double).
 */
final class CompensatedSums {
    private final double[] high;
    private final double[] low;

    CompensatedSums(int count) {
        high = new double[count];
        low = new double[count];
    }

    void add(int i, double x) {
        double sum = high[i] + x;
        double part = sum - high[i];
        low[i] += (high[i] - (sum - part)) + (x - part);
        high[i] = sum;
    }

    void merge(CompensatedSums other) {
        for (int i = 0; i < high.length; i++) {
            add(i, other.high[i]);
            low[i] += other.low[i];
        }
    }

    double value(int i) {
        return high[i] + low[i];
    }
}
