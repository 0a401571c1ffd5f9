package org.oinfo.kernels.posterior;

import java.util.Arrays;

/**
 * Posterior probabilities in plain Java: blocks of samples, whose logarithms for all classes stay in the first-level cache; the
 * innermost loops run over the samples of a block, which the compiler turns into vector code.
 */
public final class ScalarPosterior implements PosteriorKernel {
    /** Samples of a block, a multiple of {@link #PARTS}. */
    private static final int BLOCK = 64;

    private final PosteriorSamples samples;
    private final double[] u = new double[BLOCK];
    private final double[] largest = new double[BLOCK];
    private final double[] total = new double[BLOCK];
    private final double[] parts = new double[PARTS];
    /** ln p_c of a block [count][BLOCK]. */
    private double[] logs = new double[0];

    /** A kernel of these samples. */
    public ScalarPosterior(PosteriorSamples samples) {
        this.samples = samples;
    }

    @Override
    public double sum(int[] nplets, int offset, int order, double[] classes, int count, int own, int from, int to) {
        if (logs.length < count * BLOCK) {
            logs = new double[count * BLOCK];
        }
        Arrays.fill(parts, 0);
        for (int block = from; block < to; block += BLOCK) {
            int size = Math.min(BLOCK, to - block);
            Arrays.fill(largest, Double.NEGATIVE_INFINITY);
            for (int c = 0; c < count; c++) {
                logarithms(nplets, offset, order, classes, c, block, size);
            }
            Arrays.fill(total, 0);
            for (int c = 0; c < count; c++) {
                for (int s = 0; s < size; s++) {
                    total[s] += Exponential.of(logs[c * BLOCK + s] - largest[s]);
                }
            }
            for (int s = 0; s < size; s++) {
                parts[s % PARTS] += (logs[own * BLOCK + s] - largest[s]) - Logarithm.of(total[s]);
            }
        }
        return PosteriorKernel.total(parts);
    }

    /** ln p_c of the samples of a block, and the largest until now. */
    private void logarithms(int[] nplets, int offset, int order, double[] classes, int c, int block, int size) {
        int at = c * PosteriorKernel.numbers(order);
        int row = c * BLOCK;
        Arrays.fill(logs, row, row + size, classes[at++]);
        for (int i = 0; i < order; i++) {
            Arrays.fill(u, 0, size, classes[at++]);
            for (int j = 0; j <= i; j++) {
                double w = classes[at++];
                double[] x = samples.column(nplets[offset + j]);
                for (int s = 0; s < size; s++) {
                    u[s] = Math.fma(w, x[block + s], u[s]);
                }
            }
            for (int s = 0; s < size; s++) {
                logs[row + s] = Math.fma(-u[s], u[s], logs[row + s]);
            }
        }
        for (int s = 0; s < size; s++) {
            largest[s] = Math.max(logs[row + s], largest[s]);
        }
    }
}
