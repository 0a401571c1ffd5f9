package org.oinfo;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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
        // A scratch of its own for each call keeps the list safe to share between threads.
        return get(i, scores.canonical());
    }

    private ScoredNplet get(int i, NpletScore canonical) {
        int[] nplet = new int[order];
        combinations.unrank(ranks[i], nplet);
        canonical.score(nplet, 0, order);
        return new ScoredNplet(
                variables.columnsOf(nplet), Measures.of(canonical).less(bias));
    }

    /** As {@link #get}, with one scratch for all. */
    @Override
    public Iterator<ScoredNplet> iterator() {
        NpletScore canonical = scores.canonical();
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < ranks.length;
            }

            @Override
            public ScoredNplet next() {
                if (next == ranks.length) {
                    throw new NoSuchElementException();
                }
                return get(next++, canonical);
            }
        };
    }

    /** Ranks of its own, so that its iterator has one scratch for all, too. */
    @Override
    public List<ScoredNplet> subList(int from, int to) {
        return new RankedNplets(Arrays.copyOfRange(ranks, from, to), scores, combinations, order, variables, bias);
    }

    @Override
    public int size() {
        return ranks.length;
    }
}
