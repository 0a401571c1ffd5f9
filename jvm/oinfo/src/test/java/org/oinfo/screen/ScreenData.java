package org.oinfo.screen;

import java.util.Arrays;
import java.util.Random;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.Samples;

/** Data [T][N] without dependence that is not monotone. */
enum ScreenData {
    INDEPENDENT {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            // Normal values as they are.
        }
    },
    ONE_FACTOR {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            Arrays.setAll(x, v -> Math.sqrt(0.5) * (common + x[v]));
        }
    },
    STRONG_FACTOR {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            // Half of the variables with the other sign.
            Arrays.setAll(x, v -> (v % 2 == 0 ? 1 : -1) * Math.sqrt(0.9) * common + Math.sqrt(0.1) * x[v]);
        }
    },
    COLLIDERS {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            for (int v = 2; v < x.length; v += 3) {
                x[v] = x[v - 2] + x[v - 1] + 0.5 * x[v];
            }
        }
    },
    LOGNORMAL {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            Arrays.setAll(x, v -> Math.exp(2 * Math.sqrt(0.5) * (common + x[v])));
        }
    },
    ROUNDED {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            Arrays.setAll(x, v -> Math.rint(Math.sqrt(0.5) * (common + x[v]) * (1 + v % 3)));
        }
    },
    /** Up to 70 % zeros. */
    RECTIFIED {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            Arrays.setAll(x, v -> Math.max(0, Math.sqrt(0.5) * (common + x[v]) - 0.1 * (v % 6)));
        }
    },
    BITS {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            Arrays.setAll(x, v -> Math.sqrt(0.5) * (common + x[v]) > 0.1 * (v % 5 - 2) ? 1 : 0);
        }
    },
    SLOW_SERIES {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            Arrays.setAll(x, v -> 0.9 * before[v] + Math.sqrt(1 - 0.81) * x[v]);
        }
    },
    /** Monotone, but skewed: no Gaussian copula has its third moments. */
    SKEWED_CAUSE {
        @Override
        void row(double[] x, double[] before, double common, Random random) {
            double waiting = -Math.log(1 - random.nextDouble());
            Arrays.setAll(x, v -> 2 * waiting - Math.log(1 - random.nextDouble()));
        }
    };

    abstract void row(double[] x, double[] before, double common, Random random);

    double[][] draw(int samples, int variables, long seed) {
        Random random = new Random(seed);
        double[][] x = new double[samples][variables];
        double[] before = new double[variables];
        Arrays.setAll(before, v -> random.nextGaussian());
        for (double[] row : x) {
            Arrays.setAll(row, v -> random.nextGaussian());
            row(row, before, random.nextGaussian(), random);
            before = row;
        }
        return x;
    }

    static ScreenResult screen(double[][] x, int threads, long mostWork) {
        Samples samples = ArraySamples.of(x);
        int[] live = new int[x[0].length];
        Arrays.setAll(live, v -> v);
        return new MonotoneScreen(samples, live, 7, threads, mostWork).run(progress -> true);
    }

    static ScreenResult screen(double[][] x) {
        return screen(x, 1, MonotoneScreen.MOST_WORK);
    }
}
