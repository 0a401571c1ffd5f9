package org.oinfo.discrete;

import org.oinfo.estimate.options.Entropy;

/**
 * Content T H of a group of variables from the counts c of its joint states, in whole units of 2^-f bits:
 *
 * <pre>
 *  T H = T log2 T - sum c log2 c        (Miller-Madow: + (m - 1) / (2 ln 2), m the number of states that occur)
 *  T H = T log2 T - sum c G(c) / ln 2   (Grassberger, see {@link Entropy#GRASSBERGER}; Chao and Shen: {@link Coverage})
 * </pre>
 *
 * <p>Each c log2 c is rounded to a whole unit once, and needs no rounding for powers of two; sums and differences of contents are
 * exact. f is the largest for which TC, DTC, Omega and S of all N variables cannot leave the range of a long, taken for at least
 * 64 variables, so that leaving out a few columns changes no bit. At T = 1000 and N up to 64 f is 41: the entropy of m states is
 * off by less than m/T 2^-42 bits, 10^-13 with a state for every other sample, beside 2^-53 log2 T from the logarithms. Each
 * doubling of T costs a bit.
 *
 * <p>Source of the correction: Miller 1955, Note on the bias of information estimates, in Information Theory in Psychology; see
 * Paninski 2003 (doi 10.1162/089976603321780272). Immutable.
 */
final class CountTable {
    /** Counts with an entry of their own; larger ones are rare and take their logarithm each time. */
    private static final int LONGEST = 1 << 20;

    private static final int LEAST_VARIABLES = 64;
    /** More than H of one variable and its correction take, bits, for TC and DTC together: log2 256 + 1 / (2 ln 2), twice. */
    private static final long ROOM = 18;
    /** The same where a state that occurs once has 1.8 bits more. */
    private static final long ROOM_OF_GRASSBERGER = 22;

    /** Entropies by coverage stay below 4 log2 T + 4 bits; TC and DTC together take two of a variable's. */
    private static final long ROOM_OF_COVERAGE = 8;

    private static final double GAMMA = 0.5772156649015329;

    private static final double LN2 = 0.6931471805599453;

    private final int fraction;
    /** c log2 c in units, for c = 0, 1, .. */
    private final long[] table;

    private final boolean grassberger;
    private final long whole;
    /** Addition of one more state: 1 / (2 ln 2) with the correction, else 0. */
    private final long state;
    /** Units in a bit of T samples. */
    private final double unit;

    CountTable(int samples, int variables, Entropy entropy) {
        boolean grassberger = entropy == Entropy.GRASSBERGER;
        long largest = room(entropy, samples) * Math.max(LEAST_VARIABLES, variables) * samples;
        this.fraction = Long.numberOfLeadingZeros(largest) - 2;
        this.table = new long[Math.min(samples, LONGEST) + 1];
        this.grassberger = grassberger;
        if (grassberger) {
            fillGrassberger();
        } else {
            for (int c = 2; c < table.length; c++) {
                table[c] = compute(c);
            }
        }
        this.whole = samples < 2 ? 0 : compute(samples);
        this.unit = Math.scalb((double) samples, fraction);
        this.state = entropy == Entropy.MILLER_MADOW ? (long) Math.rint(Math.scalb(0.5 / LN2, fraction)) : 0;
    }

    private static long room(Entropy entropy, int samples) {
        return switch (entropy) {
            case PLUG_IN, MILLER_MADOW -> ROOM;
            case GRASSBERGER -> ROOM_OF_GRASSBERGER;
            case CHAO_SHEN -> ROOM_OF_COVERAGE * (1 + Integer.SIZE - Integer.numberOfLeadingZeros(samples));
        };
    }

    /** Binary digits of a unit after the point. */
    int fraction() {
        return fraction;
    }

    private long compute(int count) {
        int power = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(count);
        double log2 = count == 1 << power ? power : StrictMath.log(count) / LN2;
        return (long) Math.rint(Math.scalb(count * log2, fraction));
    }

    /** G(1) = -gamma - ln 2, G(2) = G(1) + 2; G(c) = G(c - 1) of odd c, G(c - 2) + 2 / (c - 1) of even ones. */
    private void fillGrassberger() {
        double g = -GAMMA - LN2;
        double lost = 0;
        for (int c = 1; c < table.length; c++) {
            if (c % 2 == 0) {
                double step = 2.0 / (c - 1);
                double next = g + step;
                lost += step - (next - g);
                g = next;
            }
            table[c] = (long) Math.rint(Math.scalb(c * (g + lost) / LN2, fraction));
        }
    }

    /** Of counts that large, G(c) is ln c of even ones, up to 1 / c^2. */
    private long large(int count) {
        double log = StrictMath.log(grassberger ? count & -2 : count);
        return grassberger ? (long) Math.rint(Math.scalb(count * log / LN2, fraction)) : compute(count);
    }

    /** c log2 c, or c G(c) / ln 2, in units. */
    long of(int count) {
        return count < table.length ? table[count] : large(count);
    }

    /**
     * Content of a group of variables.
     *
     * @param sum of {@link #of} over its joint states
     * @param states number m of joint states that occur
     */
    long content(long sum, int states) {
        return whole - sum + (states - 1) * state;
    }

    /** An entropy, or a difference of entropies, from contents: nats. */
    double nats(long content) {
        // Bits first, which are exact where counts are powers of two.
        return content / unit * LN2;
    }
}
