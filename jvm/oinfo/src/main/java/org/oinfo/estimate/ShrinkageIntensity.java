package org.oinfo.estimate;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.oinfo.parallel.Workers;

/**
 * Intensity a of the shrunk matrix (1 - a) R + a I, for samples x standardised to variance 1 with divisor T. Then the matrix
 * to shrink is R itself and its mean eigenvalue is 1.
 */
final class ShrinkageIntensity {
    private ShrinkageIntensity() {}

    /**
     * a = min(b, d) / d with d = (|R|^2 - N) / N, b = (sum_t |x_t|^4 / T - |R|^2) / (N T), |R| the Frobenius norm; 0 when
     * nothing is left to shrink.
     *
     * <p>Source: Ledoit and Wolf 2004 (doi 10.1016/S0047-259X(03)00096-4), lemmas 3.2 to 3.4. The fourth powers need one more
     * pass over the samples and O(N) memory.
     *
     * @param fourthPowers sum over samples of |x_t|^4, see {@link #fourthPowers}
     * @param samples T
     * @param r correlation matrix [N*N]
     */
    static double ledoitWolf(TreeSums fourthPowers, int samples, double[] r) {
        double n = Math.sqrt(r.length);
        double t = samples;
        double norm = squaredNorm(r);
        double distance = (norm - n) / n;
        double spread = (fourthPowers.total()[0] / t - norm) / (n * t);
        double shrunk = Math.min(Math.max(spread, 0), distance);
        return shrunk > 0 ? shrunk / distance : 0;
    }

    /**
     * a = min(1, (m + 1) / ((T + 1) (m - 1/N))) with m = |R|^2 / N^2; 1 when the denominator is 0.
     *
     * <p>Source: Chen, Wiesel, Eldar and Hero 2010 (doi 10.1109/TSP.2010.2053029), equation 23 without its two terms of
     * order 2/N, as scikit-learn computes it.
     *
     * @param samples T
     * @param r correlation matrix [N*N]
     * @param n N
     */
    static double oas(int samples, double[] r, int n) {
        double m = squaredNorm(r) / ((double) n * n);
        double denominator = (samples + 1.0) * (m - 1.0 / n);
        return denominator > 0 ? Math.min(1, (m + 1) / denominator) : 1;
    }

    private static double squaredNorm(double[] r) {
        double sum = 0;
        for (double v : r) {
            sum = Math.fma(v, v, sum);
        }
        return sum;
    }

    /**
     * w_i = T / C_ii [N]: x_i^2 = w_i z_i^2.
     *
     * @param squares C_ii [N], the sum of z_i^2 over the samples, z centred, of any scale
     */
    static double[] weights(double[] squares, double samples) {
        return Arrays.stream(squares).map(c -> samples / c).toArray();
    }

    /**
     * Sum over some of all samples of (sum_i w_i z_i^2)^2, as the leaves of a tree.
     *
     * @param firstLeaf number of the leaf that begins with the first of these samples
     */
    static TreeSums fourthPowers(CentredRows rows, long firstLeaf, double[] weights, Workers workers) {
        TreeSums sums = new TreeSums();
        long samples = rows.samples();
        for (long from = 0; from < samples; from += CrossProducts.LEAF) {
            int to = (int) Math.min(samples, from + CrossProducts.LEAF);
            sums.add(
                    firstLeaf + from / CrossProducts.LEAF,
                    new double[] {fourthPowers(rows, (int) from, to, weights, workers)});
        }
        return sums;
    }

    private static double fourthPowers(CentredRows rows, int from, int to, double[] weights, Workers workers) {
        double[][] z = CrossProducts.newBlock(weights.length);
        double[] powers = new double[CrossProducts.BLOCK];
        double sum = 0;
        for (int row = from; row < to; row += CrossProducts.BLOCK) {
            int count = Math.min(CrossProducts.BLOCK, to - row);
            rows.fill(row, count, z, workers);
            IntConsumer fourthPower = r -> {
                double square = 0;
                for (int i = 0; i < weights.length; i++) {
                    square = Math.fma(weights[i] * z[r][i], z[r][i], square);
                }
                powers[r] = square * square;
            };
            workers.run(count, () -> fourthPower);
            sum += Arrays.stream(powers, 0, count).sum();
        }
        return sum;
    }
}
