package org.oinfo.search.anneal;

import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.Scorer;

/**
 * The scale of the data that annealing begins at: the root mean square of the change of what is sought when a random member of a random
 * n-plet is swapped for a random variable, all orders alike. At this temperature most moves are accepted (compare White 1984,
 * doi 10.1063/1.34823).
 */
final class FirstTemperature {
    /** Swaps of all orders together: the root mean square is good to some percent. */
    private static final int SWAPS = 4096;

    private FirstTemperature() {}

    /** In nats, from the random stream of this number; 0 where nothing changes it or everything is singular. */
    static double of(Scorer scores, AnnealSettings settings, RankBy measure, long stream) {
        UniformRandomProvider random = RandomStreams.of(settings.seed(), stream);
        int n = scores.variables();
        int orders = settings.largestOrder() - settings.smallestOrder() + 1;
        int swaps = SWAPS / orders + 1;
        double squares = 0;
        int changes = 0;
        for (int k = settings.smallestOrder(); k <= Math.min(settings.largestOrder(), n - 1); k++) {
            double[] out = scorePairs(scores, random, k, swaps);
            for (int at = 0; at < out.length; at += 2 * MeasuresKernel.VALUES) {
                double change = change(out, at, measure);
                if (Double.isFinite(change)) {
                    squares += change * change;
                    changes++;
                }
            }
        }
        return changes == 0 ? 0 : Math.sqrt(squares / changes);
    }

    /** From an n-plet to the next; NaN where one is singular. */
    private static double change(double[] out, int at, RankBy measure) {
        int next = at + MeasuresKernel.VALUES;
        return Double.isNaN(out[at]) || Double.isNaN(out[next])
                ? Double.NaN
                : measure.of(out, next) - measure.of(out, at);
    }

    /** Measures of random n-plets, each followed by those of one that differs by a swap. */
    private static double[] scorePairs(Scorer scores, UniformRandomProvider random, int k, int swaps) {
        int n = scores.variables();
        int[] pairs = new int[2 * swaps * k + 1];
        for (int at = 0; at < pairs.length - 1; at += 2 * k) {
            Moves.draw(random, n, k, pairs, at);
            Moves.swap(pairs, at, k, random.nextInt(k), random.nextInt(n - k), pairs, at + k);
        }
        double[] out = new double[2 * swaps * MeasuresKernel.VALUES];
        try (MeasuresKernel kernel = scores.measures()) {
            kernel.measures(pairs, 2 * swaps, k, out);
        }
        return out;
    }
}
