package org.oinfo;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.Variables;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.NpletScore;
import org.oinfo.scan.Scorer;

/**
 * A ranking whose n-plets are scored by the canonical routine when they are read: a ranking of ten million n-plets takes no
 * more memory than their ranks.
 */
final class RankedNplets extends AbstractList<ScoredNplet> implements RandomAccess {
    private final long[] ranks;
    private final Scorer scores;
    private final Combinations combinations;
    private final int order;
    private final Variables variables;
    private final @Nullable BiasCorrection bias;

    RankedNplets(
            long[] ranks,
            Scorer scores,
            Combinations combinations,
            int order,
            Variables variables,
            @Nullable BiasCorrection bias) {
        this.ranks = ranks;
        this.scores = scores;
        this.combinations = combinations;
        this.order = order;
        this.variables = variables;
        this.bias = bias;
    }

    @Override
    public ScoredNplet get(int i) {
        int[] nplet = new int[order];
        combinations.unrank(ranks[i], nplet);
        // A scratch of its own for each call keeps the list safe to share between threads.
        NpletScore canonical = scores.canonical();
        canonical.score(nplet, 0, order);
        int[] columns = Arrays.stream(nplet).map(variables::column).toArray();
        return new ScoredNplet(columns, Measures.of(canonical).less(bias));
    }

    @Override
    public int size() {
        return ranks.length;
    }
}
