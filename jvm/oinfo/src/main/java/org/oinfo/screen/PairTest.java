package org.oinfo.screen;

/**
 * Does one column depend on whether another is far from its median, on either side? Of a Gaussian the side of a median and lying
 * outside the middle half of another variable are independent, whatever their correlation, so G of these four cells is chi-squared
 * with one degree of freedom. As {@link TripletTest}, what exceeds its quantile must turn: the share of large values of the one must
 * be larger, or smaller, in the middle of the other than in both its outer quarters. y = |x| does.
 *
 * <p>Thread-safe.
 */
final class PairTest {
    private final ColumnBits[] columns;
    private final TripletTest triplets;
    private final int samples;
    private final double quantile;

    PairTest(ColumnBits[] columns, TripletTest triplets, int samples, double quantile) {
        this.columns = columns;
        this.triplets = triplets;
        this.samples = samples;
        this.quantile = quantile;
    }

    /** G of whichever column lies outside, less what the memory of series adds to it; 0 where it is not beyond the quantile. */
    double statistic(int i, int j) {
        return Math.max(oneSided(i, j), oneSided(j, i));
    }

    private double oneSided(int outside, int side) {
        long[] outer = columns[outside].outer();
        if (outer == null) {
            return 0;
        }
        ColumnBits a = columns[outside];
        ColumnBits b = columns[side];
        int both = TripletCounts.ones(outer, b.side());
        double outerOnes = (double) a.low() + a.high();
        double spread = Memory.spread(a.memory(), b.memory());
        double expected = outerOnes * b.ones() / samples;
        double variance = expected * (1 - outerOnes / samples) * (1 - (double) b.ones() / samples);
        if ((both - expected) * (both - expected) < quantile * spread / 4 * variance
                || turn(a, b, outer, both) < TripletTest.TURN * quantile * spread) {
            return 0;
        }
        if (a.low() != a.high() || !triplets.isMedian(side)) {
            expected = gaussian(outside, side, a, b);
        }
        double g = TripletTest.g(cells(both, outerOnes, b.ones()), cells(expected, outerOnes, b.ones())) / spread;
        return g > quantile ? g : 0;
    }

    /** How surely the middle half has more, or less, than either outer quarter. */
    private double turn(ColumnBits a, ColumnBits b, long[] outer, int both) {
        int high = 0;
        for (int w = 0; w < outer.length; w++) {
            high += Long.bitCount(outer[w] & a.side()[w] & b.side()[w]);
        }
        int middle = b.ones() - both;
        double between = samples - a.low() - a.high();
        return FourCells.turn(
                new FourCells(high, a.high(), middle + high, between + a.high()),
                new FourCells(middle, between, b.ones() - high, samples - a.high()));
    }

    /** What a Gaussian has outside and above: all above, less those between the quarters. */
    private double gaussian(int outside, int side, ColumnBits a, ColumnBits b) {
        double r = triplets.correlation(outside, side);
        double lower = GaussianOrthants.threshold(1 - (double) a.low() / samples);
        double upper = GaussianOrthants.threshold((double) a.high() / samples);
        double k = triplets.threshold(side);
        return b.ones() - samples * (GaussianOrthants.two(lower, k, r) - GaussianOrthants.two(upper, k, r));
    }

    private double[] cells(double both, double first, double second) {
        return new double[] {both, first - both, second - both, samples - first - second + both};
    }
}
