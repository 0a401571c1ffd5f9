package org.oinfo.study.landscape;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.NpletScore;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.scan.Scorer;

/** The mean of S = TC + DTC, which the mean Omega is measured against. */
final class MeanS {
    /** N-plets that it is the mean of, at most: its standard error is then a hundredth of the spread of S. */
    private static final int MOST = 10_000;

    private MeanS() {}

    /** Over all n-plets of an order, or as many random ones; null where all of them are singular. */
    static @Nullable Double of(Scorer scorer, int order, long seed) {
        Combinations combinations = new Combinations(scorer.variables(), order);
        boolean all = combinations.total() <= MOST;
        int count = all ? (int) combinations.total() : MOST;
        UniformRandomProvider random = RandomStreams.of(seed, order);
        NpletScore score = scorer.canonical();
        int[] nplet = new int[order];
        double sum = 0;
        int regular = 0;
        for (int i = 0; i < count; i++) {
            combinations.unrank(all ? i : random.nextLong(combinations.total()), nplet);
            if (score.score(nplet, 0, order)) {
                sum += score.s();
                regular++;
            }
        }
        return regular == 0 ? null : sum / regular;
    }
}
