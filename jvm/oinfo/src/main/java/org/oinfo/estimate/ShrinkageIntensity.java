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
     * @param rows samples z, centred, of any scale
     * @param squares C_ii [N], the sum of z_i^2 over the samples: x_i = z_i sqrt(T / C_ii)
     * @param r correlation matrix [N*N]
     */
    static double ledoitWolf(CentredRows rows, double[] squares, double[] r, Workers workers) {
        double n = squares.length;
        double t = rows.samples();
        double[] weights = Arrays.stream(squares).map(c -> t / c).toArray();
        double norm = squaredNorm(r);
        double distance = (norm - n) / n;
        double spread = (sumOfFourthPowers(rows, weights, workers) / t - norm) / (n * t);
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

    /** Sum over samples of (sum_i w_i z_i^2)^2. */
    private static double sumOfFourthPowers(CentredRows rows, double[] weights, Workers workers) {
        double[][] z = CrossProducts.newBlock(weights.length);
        double[] powers = new double[CrossProducts.BLOCK];
        double sum = 0;
        for (int row = 0; row < rows.samples(); row += CrossProducts.BLOCK) {
            int count = Math.min(CrossProducts.BLOCK, rows.samples() - row);
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
