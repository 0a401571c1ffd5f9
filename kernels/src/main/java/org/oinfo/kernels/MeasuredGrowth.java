package org.oinfo.kernels;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Growth of any kind of variables on any backend: all candidates of a step are a batch of n-plets, each scored from nothing. */
public final class MeasuredGrowth implements GrowthKernel {
    private static final int BATCH = 1024;

    private final int n;
    private final MeasuresKernel measures;
    private final IntToDoubleFunction error;
    private final int sign;
    private final GrowthChoice choice;
    private final int[] others;
    private final int[] near;
    private final int[] nplets;
    private final double[] values = new double[BATCH * MeasuresKernel.VALUES];
    /** Of the candidates in {@link #others} [N]. */
    private final double[] omegas;
    /** Of the first so many variables [largest+1]. */
    private final double[] reached;

    /**
     * A kernel.
     *
     * @param measures its own, closed with it
     * @param canonical its own
     * @param error bound in nats on their difference, by order
     * @param redundant whether it grows towards the largest Omega, else the smallest
     * @param largest order
     */
    public MeasuredGrowth(
            int variables,
            MeasuresKernel measures,
            NpletScore canonical,
            IntToDoubleFunction error,
            boolean redundant,
            int largest) {
        this.n = variables;
        this.measures = measures;
        this.error = error;
        this.sign = redundant ? -1 : 1;
        this.choice = new GrowthChoice(canonical, redundant, largest);
        this.others = new int[n];
        this.near = new int[n];
        this.nplets = new int[Math.min(BATCH, n) * largest];
        this.omegas = new double[n];
        this.reached = new double[largest + 1];
    }

    @Override
    public int grow(int[] path, int order) {
        for (int held = 2; held < order; held++) {
            int count = GrowthChoice.others(path, held, n, others);
            score(path, held, count);
            int chosen =
                    choice.choose(path, held, near, near(count, GrowthChoice.window(error.applyAsDouble(held + 1))));
            if (chosen < 0) {
                return held;
            }
            path[held] = chosen;
            reached[held + 1] = choice.omega();
        }
        return order;
    }

    @Override
    public double omega(int order) {
        return reached[order];
    }

    private void score(int[] path, int held, int count) {
        int order = held + 1;
        for (int from = 0; from < count; from += BATCH) {
            int batch = Math.min(BATCH, count - from);
            for (int i = 0; i < batch; i++) {
                System.arraycopy(path, 0, nplets, i * order, held);
                nplets[i * order + held] = others[from + i];
                Arrays.sort(nplets, i * order, (i + 1) * order);
            }
            measures.measures(nplets, batch, order, values);
            for (int i = 0; i < batch; i++) {
                omegas[from + i] = sign * values[i * MeasuresKernel.VALUES + 2];
            }
        }
    }

    /** Writes the candidates that may be best; returns how many. What is no number is singular, and so canonically. */
    private int near(int count, double window) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            best = omegas[i] < best ? omegas[i] : best;
        }
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (omegas[i] <= best + window) {
                near[found++] = others[i];
            }
        }
        return found;
    }

    @Override
    public void close() {
        measures.close();
    }
}
