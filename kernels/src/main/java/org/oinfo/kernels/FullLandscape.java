package org.oinfo.kernels;

/** What level full adds to a {@link Landscape}: variance and histogram of Omega, count and mean per variable. */
public final class FullLandscape {
    private final long[] histogram = new long[OmegaHistogram.size()];
    private final long[] countPerVariable;
    private final CompensatedSums sumPerVariable;

    private long count;
    private double mean;
    /** Sum of squared deviations from the mean. */
    private double squares;

    FullLandscape(int variables) {
        countPerVariable = new long[variables];
        sumPerVariable = new CompensatedSums(variables);
    }

    void record(int[] nplet, int order, double omega) {
        addMoments(1, omega, 0);
        histogram[OmegaHistogram.bin(omega)]++;
        for (int i = 0; i < order; i++) {
            addPerVariable(nplet[i], 1, omega);
        }
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

    /** Adds {@code omegas}, the sum of Omega of {@code nplets} n-plets that hold a variable. */
    public void addPerVariable(int variable, long nplets, double omegas) {
        countPerVariable[variable] += nplets;
        sumPerVariable.add(variable, omegas);
    }

    /** Counts per bin of {@link OmegaHistogram}; kernels increment them in place. */
    public long[] histogram() {
        return histogram;
    }

    void merge(FullLandscape other) {
        addMoments(other.count, other.mean, other.squares);
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] += other.histogram[i];
        }
        for (int i = 0; i < countPerVariable.length; i++) {
            countPerVariable[i] += other.countPerVariable[i];
        }
        sumPerVariable.merge(other.sumPerVariable);
    }

    /** Variance of Omega over the n-plets that are not singular, nats^2; divisor: their number. NaN when there are none. */
    public double variance() {
        return count == 0 ? Double.NaN : squares / count;
    }

    /** Number of n-plets that are not singular and hold a variable. */
    public long count(int variable) {
        return countPerVariable[variable];
    }

    /** Mean of Omega over the n-plets that are not singular and hold a variable; NaN when there are none. */
    public double mean(int variable) {
        return sumPerVariable.value(variable) / countPerVariable[variable];
    }
}
