package org.oinfo.statistics.comparison;

import java.util.Arrays;
import java.util.Random;

/** Data sets of eight variables to compare. */
enum PairedData {
    INDEPENDENT,
    /** Four pairs, r = .6. */
    PAIRS,
    /** One cause of all, r = .5. */
    CAUSE,
    /** A Markov chain, r = .7. */
    CHAIN,
    /** The first two variables add up to the third, with noise: x2 = .45 (x0 + x1) + noise. */
    COLLIDER;

    static final int VARIABLES = 8;

    /** Samples [T][8]. */
    double[][] draw(int samples, Random random) {
        double[][] x = new double[samples][VARIABLES];
        for (double[] row : x) {
            Arrays.setAll(row, v -> random.nextGaussian());
            mix(row, random.nextGaussian());
        }
        return x;
    }

    private void mix(double[] e, double cause) {
        for (int v = 1; v < VARIABLES; v++) {
            switch (this) {
                case INDEPENDENT -> {}
                case PAIRS -> e[v] = v % 2 == 1 ? 0.6 * e[v - 1] + 0.8 * e[v] : e[v];
                case CAUSE -> e[v] = Math.sqrt(0.5) * (cause + e[v]);
                case CHAIN -> e[v] = 0.7 * e[v - 1] + Math.sqrt(0.51) * e[v];
                case COLLIDER -> e[v] = v == 2 ? 0.45 * (e[0] + e[1]) + Math.sqrt(0.595) * e[2] : e[v];
            }
        }
        if (this == CAUSE) {
            e[0] = Math.sqrt(0.5) * (cause + e[0]);
        }
    }

    /** The same dependence in other margins: exponentials, or 60 % zeros. */
    static double[][] changed(double[][] x, boolean zeros) {
        return Arrays.stream(x)
                .map(row -> Arrays.stream(row)
                        .map(z -> zeros ? Math.max(0, z - 0.2533) : Math.exp(2 * z) + 5)
                        .toArray())
                .toArray(double[][]::new);
    }
}
