package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Twelve dependent Gaussian variables with unit variances, without synergy or with a planted triplet (0, 1, 2). */
enum TreeNullData {
    INDEPENDENT {
        @Override
        void mix(double[] e, Random random) {}
    },
    /** Six pairs, r = .6. */
    PAIRS {
        @Override
        void mix(double[] e, Random random) {
            pairs(e, 0);
        }
    },
    /** Three noisy copies of one variable, r = .5, and nine onlookers. */
    COPIES {
        @Override
        void mix(double[] e, Random random) {
            children(e, 0, 3, random.nextGaussian());
        }
    },
    /** Two common causes, not observed, with six children each, r = .5. */
    CAUSES {
        @Override
        void mix(double[] e, Random random) {
            children(e, 0, 6, random.nextGaussian());
            children(e, 6, 12, random.nextGaussian());
        }
    },
    /** A Markov chain, r = .7. */
    CHAIN {
        @Override
        void mix(double[] e, Random random) {
            for (int v = 1; v < e.length; v++) {
                e[v] = 0.7 * e[v - 1] + Math.sqrt(1 - 0.49) * e[v];
            }
        }
    },
    /** A collider, x2 = .45 x0 + .45 x1 + noise, and nine onlookers. */
    PLANTED {
        @Override
        void mix(double[] e, Random random) {
            collider(e);
        }
    },
    /** The same collider, four pairs and an onlooker. */
    PLANTED_AMONG_PAIRS {
        @Override
        void mix(double[] e, Random random) {
            collider(e);
            pairs(e, 4);
        }
    };

    static final int VARIABLES = 12;

    /** What becomes of a standard normal value. */
    enum Margin {
        NORMAL,
        /** Student's t with 3 degrees of freedom. */
        HEAVY,
        /** Student's t with 3 degrees of freedom of all variables together, by a common scale of each sample: no Gaussian copula. */
        ELLIPTICAL,
        /** Four values: below -1, to 0, to 1, above. */
        TIED,
        /** 80 % zeros. */
        ZEROS;

        private double of(double z) {
            return switch (this) {
                case NORMAL, ELLIPTICAL -> z;
                case HEAVY ->
                    TDistribution.of(3)
                            .inverseCumulativeProbability(
                                    NormalDistribution.of(0, 1).cumulativeProbability(z));
                case TIED -> Math.clamp(Math.floor(z), -2, 1);
                case ZEROS -> Math.max(0, z - 0.8416212335729143);
            };
        }
    }

    /** Makes independent standard normal values dependent [12]. */
    abstract void mix(double[] e, Random random);

    /** Samples [T][12]. */
    double[][] draw(int samples, Margin margin, Random random) {
        double[][] x = new double[samples][VARIABLES];
        for (double[] row : x) {
            Arrays.setAll(row, v -> random.nextGaussian());
            mix(row, random);
            double scale = margin == Margin.ELLIPTICAL ? scale(random) : 1;
            Arrays.setAll(row, v -> margin.of(scale * row[v]));
        }
        return x;
    }

    private static double scale(Random random) {
        double square = 0;
        for (int i = 0; i < 3; i++) {
            double z = random.nextGaussian();
            square += z * z;
        }
        return Math.sqrt(3 / square);
    }

    private static void pairs(double[] e, int from) {
        for (int v = from; v + 1 < e.length; v += 2) {
            e[v + 1] = 0.6 * e[v] + 0.8 * e[v + 1];
        }
    }

    private static void children(double[] e, int from, int to, double cause) {
        for (int v = from; v < to; v++) {
            e[v] = Math.sqrt(0.5) * (cause + e[v]);
        }
    }

    private static void collider(double[] e) {
        e[2] = 0.45 * (e[0] + e[1]) + Math.sqrt(1 - 2 * 0.45 * 0.45) * e[2];
    }
}
