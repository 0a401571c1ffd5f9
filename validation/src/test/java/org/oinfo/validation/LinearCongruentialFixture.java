package org.oinfo.validation;

/**
 * 200 samples of 6 variables from a linear congruential generator, so that any language can make them without a file:
 *
 * <pre>
 *   s = 12345;  each draw: s = (1103515245 s + 12345) mod 2^31, u = (s + 0.5) / 2^31
 *   z_j(t) = (sum of the next 12 u, added in order from 0.0) - 6,  for t = 0..199, for j = 0..5
 *   x0 = z0   x1 = z1   x2 = (z0 + z1) + 0.3 z2   x3 = z3   x4 = z3 + 0.5 z4   x5 = z3 + 0.5 z5
 * </pre>
 */
final class LinearCongruentialFixture {
    static final int SAMPLES = 200;
    static final int VARIABLES = 6;

    private long state = 12345;

    private LinearCongruentialFixture() {}

    /** z [T][6]. */
    static double[][] sources() {
        LinearCongruentialFixture generator = new LinearCongruentialFixture();
        double[][] z = new double[SAMPLES][VARIABLES];
        for (double[] row : z) {
            for (int j = 0; j < VARIABLES; j++) {
                row[j] = generator.nearlyNormal();
            }
        }
        return z;
    }

    /** x [T][6]. */
    static double[][] samples() {
        double[][] x = new double[SAMPLES][];
        double[][] z = sources();
        for (int t = 0; t < SAMPLES; t++) {
            double[] s = z[t];
            x[t] = new double[] {s[0], s[1], s[0] + s[1] + 0.3 * s[2], s[3], s[3] + 0.5 * s[4], s[3] + 0.5 * s[5]};
        }
        return x;
    }

    private double nearlyNormal() {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            state = (1103515245L * state + 12345) % (1L << 31);
            sum += (state + 0.5) / (1L << 31);
        }
        return sum - 6;
    }
}
