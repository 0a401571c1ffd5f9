package org.oinfo.search.greedy;

import java.util.List;
import java.util.Optional;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Ranking;

/**
 * What every pair grew into at one end.
 *
 * @param end {@link Ends#SYNERGISTIC} or {@link Ends#REDUNDANT}: what pairs grew towards
 * @param nplets the most extreme distinct n-plets of each order, orders ascending from 3, best first, ties in lexicographic order
 * @param pairs how many pairs grew
 * @param singularPairs how many did not, because they are singular
 * @param last how many distinct n-plets the paths of all pairs end in
 */
public record EveryPairEnd(Ends end, List<GrownNplet> nplets, long pairs, long singularPairs, long last) {
    /** The most extreme n-plet of all orders, the smallest order among those that tie; empty where no pair grew. */
    public Optional<GrownNplet> best() {
        return nplets.stream().reduce((a, b) -> key(b) < key(a) ? b : a);
    }

    private long key(GrownNplet one) {
        long key = Ranking.key(one.found().o());
        return end.redundant() ? -key : key;
    }
}
