package org.oinfo.screen;

/**
 * Do three columns of bits depend on each other beyond their pairs, in a way that no Gaussian copula has?
 *
 * <p>Eight cells whose marginals and three pairwise tables are given have one degree of freedom left, say n_ijk. A Gaussian cut at the
 * same shares, with the correlations that the pairwise tables stand for, has a value for it. When all cuts are at the median
 * P(+++) = P(---), so that the third moment of the signs is 0 whatever the correlations:
 *
 * <pre>  P(+++) = 1/8 + (asin r12 + asin r13 + asin r23) / (4 pi)</pre>
 *
 * <p>G = 2 sum n ln(n / e) over the eight cells is then chi-squared with one degree of freedom. What exceeds its quantile is a
 * dependence that the copula cannot have, and not monotone only if it turns: if two of the columns depend on each other in one way
 * where the third is large, and in the other where it is small. Skewed common causes exceed it, too, and do not turn.
 *
 * <p>Thread-safe.
 */
final class TripletTest {
    /** Cells of which fewer are expected have no chi-squared. */
    private static final double LEAST_EXPECTED = 1;

    /** Part of the quantile that an estimate must reach before an integral is worth it. */
    private static final double WORTHWHILE = 0.6;

    /** Part of a variance that correlated pairs leave, at least; where it is less, G decides. */
    private static final double LEAST_VARIANCE = 0.05;

    private final TripletCounts counts;
    private final Memory[] memory;
    private final int samples;
    private final double quantile;
    private final double[] threshold;

    TripletTest(TripletCounts counts, Memory[] memory, int samples, double quantile) {
        this.counts = counts;
        this.memory = memory;
        this.samples = samples;
        this.quantile = quantile;
        this.threshold = new double[counts.columns()];
        for (int v = 0; v < threshold.length; v++) {
            threshold[v] = GaussianOrthants.threshold(share(v));
        }
    }

    private double share(int v) {
        return (double) counts.one(v) / samples;
    }

    /**
     * G less what the memory of series adds to it, or 0 where it is not beyond the quantile or does not turn.
     *
     * @param all samples with 1 in all three
     */
    double statistic(int i, int j, int k, int all) {
        if (!turns(i, j, k, all) && !turns(i, k, j, all) && !turns(j, k, i, all)) {
            return 0;
        }
        double spread = Memory.spread(memory[i], memory[j], memory[k]);
        double expected = nearMedian(i, j, k);
        if (!isMedian(i) || !isMedian(j) || !isMedian(k)) {
            double off = all - expected;
            if (off * off < WORTHWHILE * quantile * spread * variance(i, j, k)) {
                return 0;
            }
            expected = gaussian(i, j, k);
        }
        double g = g(cells(i, j, k, all), cells(i, j, k, expected)) / spread;
        return g > quantile ? g : 0;
    }

    /** Whether a column is cut at its median, as nearly as its number of samples allows. */
    boolean isMedian(int v) {
        return Math.abs(2 * counts.one(v) - samples) <= 1;
    }

    /** Whether i and j covary in one way where k is 1, and in the other where it is 0. */
    private boolean turns(int i, int j, int k, int all) {
        long ik = counts.pair(i, k);
        long jk = counts.pair(j, k);
        long ones = counts.one(k);
        long within = all * ones - ik * jk;
        long without = (counts.pair(i, j) - all) * (samples - ones) - (counts.one(i) - ik) * (counts.one(j) - jk);
        return Long.signum(within) * Long.signum(without) < 0;
    }

    /** What a Gaussian has in the cell of three ones, to first order in how far the cuts are from the medians. */
    private double nearMedian(int i, int j, int k) {
        double ij = phi(i, j);
        double ik = phi(i, k);
        double jk = phi(j, k);
        double moment = (off(i) * (conditional(jk, ij, ik) - jk)
                        + off(j) * (conditional(ik, ij, jk) - ik)
                        + off(k) * (conditional(ij, ik, jk) - ij))
                / 8;
        return moment
                + share(k) * counts.pair(i, j)
                + share(j) * counts.pair(i, k)
                + share(i) * counts.pair(j, k)
                - 2 * samples * share(i) * share(j) * share(k);
    }

    private double off(int v) {
        return 2.0 * counts.one(v) - samples;
    }

    /** Correlation of two columns of bits. */
    private double phi(int i, int j) {
        double centred = counts.pair(i, j) - samples * share(i) * share(j);
        return centred / Math.sqrt(samples * spread(i) * (samples * spread(j)));
    }

    private double spread(int v) {
        return share(v) * (1 - share(v));
    }

    /** Mean product of the signs of two Gaussian variables where a third is at its median, from the correlations of their signs. */
    private static double conditional(double signs, double firstToThird, double secondToThird) {
        double r = Math.sin(Math.PI / 2 * signs);
        double r1 = Math.sin(Math.PI / 2 * firstToThird);
        double r2 = Math.sin(Math.PI / 2 * secondToThird);
        double free = (1 - r1 * r1) * (1 - r2 * r2);
        return free > 0 ? 2 / Math.PI * Math.asin(Math.clamp((r - r1 * r2) / Math.sqrt(free), -1, 1)) : signs;
    }

    /**
     * Variance of the number of three ones, given the pairwise tables: at the median 64 over the sum of 1/e over the cells, which is T
     * times the product of 1 +- the correlations of the signs, over their determinant.
     */
    private double variance(int i, int j, int k) {
        double a = phi(i, j);
        double b = phi(i, k);
        double c = phi(j, k);
        double product = (1 + a + b + c) * (1 + a - b - c) * (1 - a + b - c) * (1 - a - b + c);
        double determinant = 1 - a * a - b * b - c * c + 2 * a * b * c;
        double left = determinant > 0 ? Math.max(LEAST_VARIANCE, product / determinant) : LEAST_VARIANCE;
        return samples * spread(i) * spread(j) * spread(k) * left;
    }

    private double gaussian(int i, int j, int k) {
        return samples
                * GaussianOrthants.three(
                        threshold[i],
                        threshold[j],
                        threshold[k],
                        correlation(i, j),
                        correlation(i, k),
                        correlation(j, k));
    }

    /** The correlation that the pairwise table of two columns stands for. */
    double correlation(int i, int j) {
        return GaussianOrthants.correlation(threshold[i], threshold[j], (double) counts.pair(i, j) / samples);
    }

    double threshold(int v) {
        return threshold[v];
    }

    private double[] cells(int i, int j, int k, double all) {
        double ij = counts.pair(i, j);
        double ik = counts.pair(i, k);
        double jk = counts.pair(j, k);
        return new double[] {
            all,
            ij - all,
            ik - all,
            jk - all,
            counts.one(i) - ij - ik + all,
            counts.one(j) - ij - jk + all,
            counts.one(k) - ik - jk + all,
            samples - counts.one(i) - counts.one(j) - counts.one(k) + ij + ik + jk - all
        };
    }

    /** 2 sum n ln(n / e); 0 where too few are expected in a cell. */
    static double g(double[] found, double[] expected) {
        double sum = 0;
        for (int cell = 0; cell < found.length; cell++) {
            if (!(expected[cell] >= LEAST_EXPECTED)) {
                return 0;
            }
            sum += found[cell] > 0 ? found[cell] * Math.log(found[cell] / expected[cell]) : 0;
        }
        return 2 * sum;
    }
}
