package org.oinfo.targets.mixture;

import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.kernels.Combinations;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.parallel.Workers;

/**
 * Chooses how much of the covariance within all classes goes into that of each class: the g of {@link #STEPS} with the largest held-out
 * likelihood of the labels, sum ln P(y|x), over up to {@value #MOST} n-plets of an order. That is the held-out information itself, less
 * a constant: a bound from below of the truth, on average, so the largest is the best.
 *
 * <p>The likelihood of the sources, p(x|y), would be no guide: of a source that is constant within a class it has no bound.
 *
 * <p>The n-plets are drawn at random, always the same ones. g = 0 is no choice where a source is constant within a class, which would
 * make every n-plet with it singular.
 */
final class SharedCovariance {
    /** The choices. */
    private static final double[] STEPS = {0, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 1};

    private static final int MOST = 50;
    private static final int FEWEST = 8;

    /** Samples times classes times n-plets times steps that are looked at, some seconds, unless n-plets were too few then. */
    private static final double WORK = 1L << 28;

    private static final long SEED = 0x6f696e666fL;

    private SharedCovariance() {}

    /** g for n-plets of an order of the sound sources; NaN where this thread was interrupted before it was known. */
    static double choose(ClassMixture model, int order, int threads) {
        Combinations combinations = new Combinations(model.sound(), order);
        double each = (double) model.order().samples() * model.order().classes() * STEPS.length;
        int most = (int) Math.clamp(WORK / each, FEWEST, MOST);
        boolean all = combinations.total() <= most;
        int count = all ? (int) combinations.total() : most;
        double[][] values = new double[count][STEPS.length];
        boolean whole;
        try (Workers workers = new Workers(threads)) {
            whole = workers.runUntilStopped(count, resources -> {
                HeldOutValue value = resources.add(new HeldOutValue(model), HeldOutValue::close);
                return number -> {
                    int[] nplet = new int[order];
                    combinations.unrank(all ? number : drawn(number, combinations.total()), nplet);
                    value.take(nplet);
                    for (int step = 0; step < STEPS.length; step++) {
                        values[(int) number][step] = value.information(STEPS[step]);
                    }
                };
            });
        }
        return whole ? best(values, model.covariances().silent()) : Double.NaN;
    }

    private static long drawn(long number, long total) {
        UniformRandomProvider random = RandomStreams.of(SEED, number);
        return random.nextLong(total);
    }

    /** The step of the largest sum over the n-plets that have a value at g = 1. */
    private static double best(double[][] values, boolean silent) {
        double best = 1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int step = silent ? 1 : 0; step < STEPS.length; step++) {
            double sum = 0;
            for (double[] nplet : values) {
                if (!Double.isNaN(nplet[STEPS.length - 1])) {
                    sum += nplet[step];
                }
            }
            if (sum > largest) {
                largest = sum;
                best = STEPS[step];
            }
        }
        return best;
    }
}
