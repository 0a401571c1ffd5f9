package org.oinfo.screen;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Probabilities that two or three standard normal variables all exceed thresholds, and the correlation that a probability of two
 * stands for.
 *
 * <p>From independence on, along correlations that grow in proportion: the derivative by one correlation is the density of its pair
 * at the thresholds times the probability that the third exceeds its own, given that (Plackett 1954, doi 10.1093/biomet/41.3-4.351).
 * The integral is Gauss's over {@value #NODES} nodes: 1e-9 up to |r| = .9, 1e-6 up to .99.
 */
final class GaussianOrthants {
    private static final int NODES = 24;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double[] NODE = new double[NODES];
    private static final double[] WEIGHT = new double[NODES];

    /** The most a correlation of a table is taken for. */
    private static final double MOST = 0.995;

    private static final int STEPS = 40;
    private static final double CLOSE = 1e-10;

    static {
        // Roots of Legendre's polynomial by Newton's method, brought from [-1, 1] to [0, 1].
        for (int i = 0; i < NODES; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
            double slope = 1;
            for (int step = 0; step < STEPS; step++) {
                double before = 1;
                double value = x;
                for (int n = 2; n <= NODES; n++) {
                    double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
                    before = value;
                    value = next;
                }
                slope = NODES * (before - x * value) / (1 - x * x);
                x -= value / slope;
            }
            NODE[i] = (1 + x) / 2;
            WEIGHT[i] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    private GaussianOrthants() {}

    /** The threshold that a share of all samples exceeds. */
    static double threshold(double share) {
        return NORMAL.inverseSurvivalProbability(share);
    }

    /** P(X > h, Y > k) at correlation r. */
    static double two(double h, double k, double r) {
        double angle = Math.asin(r);
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double sine = Math.sin(angle * NODE[i]);
            sum += WEIGHT[i] * Math.exp(-(h * h + k * k - 2 * h * k * sine) / (2 * (1 - sine * sine)));
        }
        return NORMAL.survivalProbability(h) * NORMAL.survivalProbability(k) + angle * sum / (2 * Math.PI);
    }

    /** The correlation at which P(X > h, Y > k) is a probability, within +-{@value #MOST}: Newton's method, kept in an interval. */
    static double correlation(double h, double k, double probability) {
        double low = -MOST;
        double high = MOST;
        double r = 0;
        for (int step = 0; step < STEPS; step++) {
            double off = two(h, k, r) - probability;
            if (off > 0) {
                high = r;
            } else {
                low = r;
            }
            double next = r - off / density(h, k, r);
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - r) < CLOSE) {
                return next;
            }
            r = next;
        }
        return r;
    }

    /**
     * P(X > a, Y > b, Z > c).
     *
     * @return NaN where the three correlations are those of no variables
     */
    static double three(double a, double b, double c, double rab, double rac, double rbc) {
        if (1 - rab * rab - rac * rac - rbc * rbc + 2 * rab * rac * rbc <= 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double ab = rab * NODE[i];
            double ac = rac * NODE[i];
            double bc = rbc * NODE[i];
            sum += WEIGHT[i]
                    * (rab * slope(a, b, c, ab, ac, bc)
                            + rac * slope(a, c, b, ac, ab, bc)
                            + rbc * slope(b, c, a, bc, ab, ac));
        }
        return NORMAL.survivalProbability(a) * NORMAL.survivalProbability(b) * NORMAL.survivalProbability(c) + sum;
    }

    /** Derivative by r = r_hk: density of h and k, times the probability that the third exceeds l given these. */
    private static double slope(double h, double k, double l, double r, double rhl, double rkl) {
        double free = 1 - r * r;
        double mean = ((rhl - r * rkl) * h + (rkl - r * rhl) * k) / free;
        double variance = (free - rhl * rhl - rkl * rkl + 2 * r * rhl * rkl) / free;
        return density(h, k, r) * NORMAL.survivalProbability((l - mean) / Math.sqrt(variance));
    }

    private static double density(double h, double k, double r) {
        double free = 1 - r * r;
        return Math.exp(-(h * h + k * k - 2 * r * h * k) / (2 * free)) / (2 * Math.PI * Math.sqrt(free));
    }
}
