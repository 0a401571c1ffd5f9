package org.oinfo.bench;

import java.util.Arrays;
import java.util.Random;
import org.oinfo.kernels.CorrelationMatrix;

/** Inputs of the benchmarks, the same in every run. */
final class Inputs {
    private static final long SEED = 20_240_229;
    private static final double LOADING = 0.3;

    private Inputs() {}

    /**
     * Correlations of a factor model: N/4 common factors, loadings normal with deviation 0.3, own variance 1.
     *
     * <p>Weak correlations of both signs, about equally many redundancy- and synergy-dominated n-plets, none near singular:
     * what a scan of measured data mostly meets, and no shortcut for anyone.
     *
     * @param variables N, at least 4
     */
    static CorrelationMatrix correlations(int variables) {
        int factors = variables / 4;
        Random random = new Random(SEED);
        // Loadings [N*factors], row-major, scaled so that every variable has variance 1.
        double[] loadings = new double[variables * factors];
        for (int i = 0; i < variables; i++) {
            double variance = 1;
            for (int f = 0; f < factors; f++) {
                double loading = LOADING * random.nextGaussian();
                loadings[i * factors + f] = loading;
                variance += loading * loading;
            }
            for (int f = 0; f < factors; f++) {
                loadings[i * factors + f] /= Math.sqrt(variance);
            }
        }
        double[] r = new double[variables * variables];
        for (int i = 0; i < variables; i++) {
            r[i * variables + i] = 1;
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int f = 0; f < factors; f++) {
                    sum += loadings[i * factors + f] * loadings[j * factors + f];
                }
                r[i * variables + j] = sum;
                r[j * variables + i] = sum;
            }
        }
        return CorrelationMatrix.wrap(variables, r);
    }

    /** Random n-plets [count*order], each ascending, drawn alike from all n-plets of the order. */
    static int[] nplets(int variables, int order, int count) {
        Random random = new Random(SEED + order);
        int[] nplets = new int[count * order];
        for (int i = 0; i < count; i++) {
            int[] nplet =
                    random.ints(0, variables).distinct().limit(order).sorted().toArray();
            System.arraycopy(nplet, 0, nplets, i * order, order);
        }
        return nplets;
    }

    /** The n-plet of {@code order} at {@code index}, as text for messages. */
    static String text(int[] nplets, int index, int order) {
        return Arrays.toString(Arrays.copyOfRange(nplets, index * order, (index + 1) * order));
    }
}
