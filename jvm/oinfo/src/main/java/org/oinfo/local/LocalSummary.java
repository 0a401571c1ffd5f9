package org.oinfo.local;

import java.util.Arrays;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.scan.Measure;

/**
 * Mean, standard deviation, smallest and largest of the local values of one n-plet, nats; NaN where the n-plet is singular.
 * Moments have divisor T: the samples are all there is.
 */
public final class LocalSummary {
    private static final int VALUES = MeasuresKernel.VALUES;

    private final int[] nplet;
    /** The means that are expected: sums of what differs from them lose no digits. */
    private final double[] expected;

    private final double[] sums = new double[VALUES];
    private final double[] squares = new double[VALUES];
    private final double[] smallest = new double[VALUES];
    private final double[] largest = new double[VALUES];
    private long samples;

    LocalSummary(int[] nplet, Measures expected) {
        this.nplet = nplet;
        this.expected = expected.values();
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    }

    /** Adds the values of some samples, those of one at [at + sample*stride ..]. */
    void add(double[] values, int at, int stride, int count) {
        for (int m = 0; m < VALUES; m++) {
            double sum = sums[m];
            double square = squares[m];
            double low = smallest[m];
            double high = largest[m];
            for (int s = 0; s < count; s++) {
                double x = values[at + s * stride + m];
                double difference = x - expected[m];
                sum += difference;
                square += difference * difference;
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
            sums[m] = sum;
            squares[m] = square;
            smallest[m] = low;
            largest[m] = high;
        }
        samples += count;
    }

    /** Positions of its variables, ascending. */
    public int[] nplet() {
        return nplet.clone();
    }

    /** Whether the n-plet is singular: it has no local values. */
    public boolean singular() {
        return Double.isNaN(expected[0]);
    }

    /** Mean over the samples: the measure of the n-plet, up to rounding. */
    public double mean(Measure measure) {
        return expected[measure.index()] + sums[measure.index()] / samples;
    }

    /** Standard deviation over the samples. */
    public double standardDeviation(Measure measure) {
        double mean = sums[measure.index()] / samples;
        // Rounding may leave a variance of 0 slightly below.
        return Math.sqrt(Math.max(0, squares[measure.index()] / samples - mean * mean));
    }

    /** Smallest value of a sample. */
    public double min(Measure measure) {
        return smallest[measure.index()];
    }

    /** Largest value of a sample. */
    public double max(Measure measure) {
        return largest[measure.index()];
    }
}
