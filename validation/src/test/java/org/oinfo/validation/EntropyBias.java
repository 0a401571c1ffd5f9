package org.oinfo.validation;

/**
 * Bias of the Gaussian entropy of k variables estimated from T samples, nats, to be subtracted:
 *
 * <pre>  b(k,T) = k (ln 2 - ln(T-1)) / 2 + 1/2 sum_{i=1..k} psi((T-i)/2)</pre>
 *
 * The digamma function psi is needed at halves of integers only, where its recurrence psi(x+1) = psi(x) + 1/x starts from
 * psi(1) = -gamma and psi(1/2) = -gamma - 2 ln 2.
 */
final class EntropyBias {
    private static final double EULER_GAMMA = 0.5772156649015329;

    private EntropyBias() {}

    static double of(int k, int samples) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += digammaOfHalf(samples - i);
        }
        return 0.5 * (k * Math.log(2.0 / (samples - 1)) + sum);
    }

    /** TC, DTC, Omega, S: what to subtract from the values of an n-plet of order k. */
    static double[] ofMeasures(int k, int samples) {
        double whole = of(k, samples);
        double single = of(1, samples);
        double withoutOne = of(k - 1, samples);
        double tc = k * single - whole;
        double dtc = whole - k * (whole - withoutOne);
        return new double[] {tc, dtc, tc - dtc, tc + dtc};
    }

    /** psi(n/2). */
    private static double digammaOfHalf(int n) {
        double value = n % 2 == 0 ? -EULER_GAMMA : -EULER_GAMMA - 2 * Math.log(2);
        for (int m = n % 2 == 0 ? 2 : 1; m < n; m += 2) {
            value += 2.0 / m;
        }
        return value;
    }
}
