package org.oinfo.discrete;

import java.util.Arrays;

/**
 * Content T H by the formula of Chao and Shen, which needs to know of all states how many occur how often before it can weigh any:
 *
 * <pre>
 *  T H = - T sum q log2 q / (1 - (1 - q)^T),   q = C c / T,   C = 1 - f1 / T
 * </pre>
 *
 * <p>f1 is the number of states that occur once; where all T samples do, T - 1, because C would be 0. Each term is rounded to a whole
 * unit once, so the sum has the same bits in whatever order states were counted. An instance serves one thread.
 */
final class Coverage {
    private static final double LN2 = 0.6931471805599453;

    private final int samples;
    private final int fraction;
    /** How many states occur c times [T+1]. */
    private final int[] states;
    /** The counts c that occur, in the order they were met. */
    private int[] met = new int[16];

    private int different;

    /**
     * Of T samples, in units of 2^-fraction bits.
     *
     * @param samples T
     */
    Coverage(int samples, int fraction) {
        this.samples = samples;
        this.fraction = fraction;
        this.states = new int[samples + 1];
    }

    /** Adds so many states with the same count; count 0 is no state. */
    void add(int count, int howMany) {
        if (count == 0 || howMany == 0) {
            return;
        }
        if (states[count] == 0) {
            if (different == met.length) {
                met = Arrays.copyOf(met, 2 * different);
            }
            met[different++] = count;
        }
        states[count] += howMany;
    }

    /** Content of the states that were added, which are forgotten. */
    long content() {
        int once = Math.min(states[1], samples - 1);
        double coverage = (double) (samples - once) / samples;
        long content = 0;
        for (int i = 0; i < different; i++) {
            content += states[met[i]] * term(met[i], coverage);
            states[met[i]] = 0;
        }
        different = 0;
        return content;
    }

    private long term(int count, double coverage) {
        double q = coverage * count / samples;
        if (q >= 1) {
            return 0;
        }
        double seen = -StrictMath.expm1(samples * StrictMath.log1p(-q));
        double bits = -samples * q * StrictMath.log(q) / LN2 / seen;
        return (long) Math.rint(Math.scalb(bits, fraction));
    }
}
