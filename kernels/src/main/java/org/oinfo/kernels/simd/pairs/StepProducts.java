package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.simd.lanes.Exponents;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.lanes.SimdLog;

/**
 * Two products for every step of a strip, over its runs: of minors and of scales, up to signs, L of them side by side.
 *
 * <p>A run multiplies what is taken by its factors and writes that beside it, so that one that turns out unsound leaves no
 * trace: {@link #take} makes the products that the run wrote the ones that count, or is not called. A run must have at least as
 * many steps as the one before it. Exponents are split off every few runs only.
 */
final class StepProducts {
    private static final int L = Lanes.COUNT;

    /** Factors whose exponents, all added, stay below this need no splitting in between: mantissas are in [1, 2) after it. */
    private static final int ROOM = 1000;

    /** From one step to the next. */
    static final int STEP = 4 * L;

    /**
     * [chunk][2][2][L]: for each step what is taken and what a run writes, or the other way round; minors, then scales.
     */
    final double[] values;

    /** Exponents split off [chunk][2][L]. */
    private final long[] exponents;

    private int taken;
    /** Runs between two splits, and runs since the last. */
    private int longest = 1;

    private int runs;

    StepProducts(int chunk) {
        values = new double[chunk * STEP];
        exponents = new long[chunk * 2 * L];
    }

    /** Where the products of the first step are that a run multiplies by its factors. */
    int taken() {
        return taken;
    }

    /** Where it writes the first of its products. */
    int next() {
        return 2 * L - taken;
    }

    /** Forgets everything: one for every step. */
    void clear(int steps) {
        Arrays.fill(values, 0, steps * STEP, 1);
        Arrays.fill(exponents, 0, steps * 2 * L, 0);
        runs = 0;
    }

    /** Factors of the runs to come are between 2^-bound and 2^bound. */
    void bound(int bound) {
        longest = Math.max(1, ROOM / bound);
    }

    /** Takes the products that a run of so many steps wrote. */
    void take(int steps) {
        taken = next();
        runs++;
        if (runs == longest) {
            split(steps);
        }
    }

    private void split(int steps) {
        for (int step = 0; step < steps; step++) {
            Exponents.split(values, step * STEP + taken, exponents, step * 2 * L);
            Exponents.split(values, step * STEP + taken + L, exponents, step * 2 * L + L);
        }
        runs = 0;
    }

    /** No more runs of so many steps: the logarithms of the products move to the front, for {@link #minors} and {@link #scales}. */
    void close(int steps) {
        split(steps);
        for (int step = 0; step < steps; step++) {
            System.arraycopy(values, step * STEP + taken, values, step * 2 * L, 2 * L);
        }
        SimdLog.log(values, 0, steps * 2 * L, values);
    }

    /** ln of the product of minors at one step. */
    double minors(int step) {
        return log(step, 0);
    }

    /** ln of the product of scales at one step. */
    double scales(int step) {
        return log(step, L);
    }

    private double log(int step, int product) {
        double log = 0;
        for (int i = step * 2 * L + product; i < step * 2 * L + product + L; i++) {
            log += values[i] + exponents[i] * Canonical.LN2;
        }
        return log;
    }
}
