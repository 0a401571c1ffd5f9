package org.oinfo.screen;

import org.jspecify.annotations.Nullable;

/**
 * How much the bits of a column resemble those some samples before: sums over the lags d = 1, 2, .. of powers of their
 * autocorrelation rho(d), up to the first that chance could give. Products of independent series have products of these
 * autocorrelations, and a sum over T of them varies as one over T / V samples would, V = 1 + 2 sum over d of the product, which
 * Hoelder's inequality bounds by these sums.
 *
 * @param squares sum of rho(d)^2 of the side of the median
 * @param cubes sum of rho(d)^3 of the side of the median
 * @param outerSquares sum of rho(d)^2 of lying outside the middle half
 */
record Memory(double squares, double cubes, double outerSquares) {
    /** Deviations of T^-1/2 above which an autocorrelation is none of chance. */
    private static final double DEVIATIONS = 3;

    /** Part of the samples beyond which no lag is looked at. */
    private static final int MOST_LAGS = 4;

    static Memory of(long[] side, long @Nullable [] outer, int samples) {
        double[] sums = sums(side, samples);
        return new Memory(sums[0], sums[1], outer == null ? 0 : sums(outer, samples)[0]);
    }

    /** V of three sides: 1 for samples in a random order. */
    static double spread(Memory first, Memory second, Memory third) {
        return 1 + 2 * Math.cbrt(first.cubes * second.cubes * third.cubes);
    }

    /** V of one column's outside and another's side. */
    static double spread(Memory outside, Memory side) {
        return 1 + 2 * Math.sqrt(outside.outerSquares * side.squares);
    }

    private static double[] sums(long[] bits, int samples) {
        double ones = TripletCounts.ones(bits, bits) / (double) samples;
        double limit = DEVIATIONS / Math.sqrt(samples);
        double squares = 0;
        double cubes = 0;
        for (int lag = 1; lag <= samples / MOST_LAGS; lag++) {
            double both = (double) together(bits, lag) / (samples - lag);
            double rho = (both - ones * ones) / (ones * (1 - ones));
            if (rho < limit) {
                break;
            }
            squares += rho * rho;
            cubes += rho * rho * rho;
        }
        return new double[] {squares, cubes};
    }

    /** Number of samples with a 1 now and a 1 so many samples later. */
    private static long together(long[] bits, int lag) {
        int words = lag / Long.SIZE;
        int shift = lag % Long.SIZE;
        long count = 0;
        for (int w = 0; w + words < bits.length; w++) {
            long later = bits[w + words] >>> shift;
            if (shift > 0 && w + words + 1 < bits.length) {
                later |= bits[w + words + 1] << (Long.SIZE - shift);
            }
            count += Long.bitCount(bits[w] & later);
        }
        return count;
    }
}
