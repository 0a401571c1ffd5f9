package org.oinfo.knn;

/**
 * psi(n) = -gamma + 1 + 1/2 + .. + 1/(n-1) of whole numbers, in whole units of 2^-f nats, so that sums are exact.
 *
 * <p>f is the largest for which TC, DTC, Omega and S of all N variables, times T, cannot leave the range of a long, taken for at
 * least 64 variables, so that leaving out a few columns changes no bit: 40 at T = 1000. Each psi is off by less than half a unit, a
 * measure by less than 2 k 2^-f. Immutable.
 */
public final class DigammaTable {
    private static final double GAMMA = 0.5772156649015329;
    private static final int LEAST_VARIABLES = 64;
    /** More than |psi(n)| of any int. */
    private static final int LARGEST = 22;

    private final int samples;
    private final int fraction;
    private final long[] psi;

    /** psi(1) to psi(T). */
    public DigammaTable(int samples, int variables) {
        this.samples = samples;
        // n_i and n_-i of each variable.
        long largest = 2L * LARGEST * Math.max(LEAST_VARIABLES, variables) * samples;
        this.fraction = Long.numberOfLeadingZeros(largest) - 2;
        this.psi = new long[samples + 1];
        double sum = -GAMMA;
        double lost = 0;
        for (int n = 1; n <= samples; n++) {
            psi[n] = (long) Math.rint(Math.scalb(sum, fraction) + Math.scalb(lost, fraction));
            double next = sum + 1.0 / n;
            lost += 1.0 / n - (next - sum);
            sum = next;
        }
    }

    /** In whole units [T+1]; entry 0 is 0 and stands for nothing. */
    public long[] units() {
        return psi.clone();
    }

    /** psi(T) in whole units, of T samples. */
    public long ofSamples() {
        return samples * psi[samples];
    }

    /** A mean over samples from its sum in whole units: nats. */
    public double nats(long sum) {
        return sum / Math.scalb((double) samples, fraction);
    }
}
