package org.oinfo.targets.nearest;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;

/** Information about a target from the distances of all pairs of samples, as the two papers have it. */
final class NearestDefinition {
    private NearestDefinition() {}

    /** psi(T) + psi(K) - mean of psi(n_X + 1) + psi(n_Y + 1): Kraskov, Stoegbauer, Grassberger 2004. */
    static double variable(double[][] x, double[] y, int neighbours) {
        int samples = y.length;
        double sum = 0;
        for (int t = 0; t < samples; t++) {
            double[] inX = distances(x, t);
            double[] inY = distances(new double[][] {y}, t);
            double[] both = IntStream.range(0, samples)
                    .mapToDouble(u -> Math.max(inX[u], inY[u]))
                    .toArray();
            double eps = farthest(both, neighbours, u -> true, t);
            sum += joint(both, eps, neighbours, t)
                    - Digamma.value(within(inX, eps, t) + 1)
                    - Digamma.value(within(inY, eps, t) + 1);
        }
        return Digamma.value(samples) + sum / samples;
    }

    /** psi(T) + psi(K) - mean of psi(T_c) + psi(n_X + 1), the K neighbours of the own class: Ross 2014. At most H(Y). */
    static double classes(double[][] x, int[] y, int neighbours) {
        int samples = y.length;
        double sum = 0;
        double entropy = 0;
        for (int t = 0; t < samples; t++) {
            int own = y[t];
            double[] inX = distances(x, t);
            double[] same = IntStream.range(0, samples)
                    .mapToDouble(u -> y[u] == own ? inX[u] : Double.POSITIVE_INFINITY)
                    .toArray();
            double eps = farthest(inX, neighbours, u -> y[u] == own, t);
            long size = Arrays.stream(y).filter(c -> c == own).count();
            sum += joint(same, eps, neighbours, t)
                    - Digamma.value((double) size)
                    - Digamma.value(within(inX, eps, t) + 1);
            entropy -= Math.log(size / (double) samples) / samples;
        }
        return Math.min(entropy, Digamma.value(samples) + sum / samples);
    }

    /** psi(K); of neighbours that are equal, psi of their number and the sample. */
    private static double joint(double[] distances, double eps, int neighbours, int t) {
        return Digamma.value(eps == 0 ? within(distances, 0, t) + 1 : neighbours);
    }

    private static double[] distances(double[][] x, int t) {
        return IntStream.range(0, x[0].length)
                .mapToDouble(u -> Arrays.stream(x)
                        .mapToDouble(column -> Math.abs(column[t] - column[u]))
                        .max()
                        .orElseThrow())
                .toArray();
    }

    private static double farthest(double[] distances, int neighbours, IntPredicate taken, int t) {
        return IntStream.range(0, distances.length)
                .filter(u -> u != t && taken.test(u))
                .mapToDouble(u -> distances[u])
                .sorted()
                .skip(neighbours - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** Other samples strictly within eps, or equal where it is 0. */
    private static int within(double[] distances, double eps, int t) {
        return (int) IntStream.range(0, distances.length)
                .filter(u -> u != t && (distances[u] < eps || distances[u] == 0))
                .count();
    }
}
