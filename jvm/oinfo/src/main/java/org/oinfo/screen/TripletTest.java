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
 * where the third is large, and in the other where it is small, both surely. Skewed common causes exceed it, too, and do not turn.
 *
 * <p>Thread-safe.
 */
final class TripletTest {
    /** Cells of which fewer are expected have no chi-squared. */
    private static final double LEAST_EXPECTED = 1;

    /** Part of the quantile that each side of a turn must reach. */
    static final double TURN = 0.6;

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
        double spread = Memory.spread(memory[i], memory[j], memory[k]);
        double need = quantile * spread;
        if (estimate(i, j, k, all) < WORTHWHILE * need || turn(i, j, k, all) < TURN * need) {
            return 0;
        }
        boolean medians = isMedian(i) && isMedian(j) && isMedian(k);
        double expected = medians ? nearMedian(i, j, k) : gaussian(i, j, k);
        double g = g(cells(i, j, k, all), cells(i, j, k, expected));
        return g > need ? g / spread : 0;
    }

    /** Whether a column is cut at its median, as nearly as its number of samples allows. */
    boolean isMedian(int v) {
        return Math.abs(2 * counts.one(v) - samples) <= 1;
    }

    /** How surely two of the columns covary in one way where the third is 1, and in the other where it is 0. */
    private double turn(int i, int j, int k, int all) {
        return Math.max(turnWith(i, j, k, all), Math.max(turnWith(i, k, j, all), turnWith(j, k, i, all)));
    }

    private double turnWith(int i, int j, int k, int all) {
        int ik = counts.pair(i, k);
        int jk = counts.pair(j, k);
        int ones = counts.one(k);
        return FourCells.turn(
                new FourCells(all, ik, jk, ones),
                new FourCells(counts.pair(i, j) - all, counts.one(i) - ik, counts.one(j) - jk, samples - ones));
    }

    /** About G, without a logarithm or a sine: X^2 beside an expectation that takes signs for what they are signs of. */
    private double estimate(int i, int j, int k, int all) {
        double a = phi(i, j);
        double b = phi(i, k);
        double c = phi(j, k);
        double moment =
                off(i) * (partial(c, a, b) - c) + off(j) * (partial(b, a, c) - b) + off(k) * (partial(a, b, c) - a);
        double off = all - independent(i, j, k) - moment / 8;
        return off * off / variance(i, j, k, a, b, c);
    }

    private static double partial(double r, double r1, double r2) {
        double free = (1 - r1 * r1) * (1 - r2 * r2);
        return free > 0 ? (r - r1 * r2) / Math.sqrt(free) : r;
    }

    /** What a Gaussian has in the cell of three ones, to first order in how far the cuts are from the medians. */
    private double nearMedian(int i, int j, int k) {
        double ij = phi(i, j);
        double ik = phi(i, k);
        double jk = phi(j, k);
        double moment = off(i) * (conditional(jk, ij, ik) - jk)
                + off(j) * (conditional(ik, ij, jk) - ik)
                + off(k) * (conditional(ij, ik, jk) - ij);
        return independent(i, j, k) + moment / 8;
    }

    /** The cell of three ones where the third central moment is 0. */
    private double independent(int i, int j, int k) {
        return share(k) * counts.pair(i, j)
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
        return 2 / Math.PI * Math.asin(Math.clamp(partial(r, r1, r2), -1, 1));
    }

    /**
     * Variance of the number of three ones, given the pairwise tables: at the median 64 over the sum of 1/e over the cells, which is T
     * times the product of 1 +- the correlations of the signs, over their determinant.
     */
    private double variance(int i, int j, int k, double a, double b, double c) {
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
