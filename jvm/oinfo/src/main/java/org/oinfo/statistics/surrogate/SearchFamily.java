package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Ranking;
import org.oinfo.parallel.Watch;
import org.oinfo.scan.Scorer;
import org.oinfo.search.FoundNplet;
import org.oinfo.search.greedy.GreedyPath;
import org.oinfo.search.greedy.GreedyResult;
import org.oinfo.search.greedy.GreedySearch;
import org.oinfo.search.greedy.GreedySettings;
import org.oinfo.search.greedy.GreedyStep;

/**
 * What a greedy search comes to, in the data and in surrogates that the same search looks at again. A search chooses among more
 * n-plets than it keeps, and what it finds is extreme for that alone: only the same search on surrogates pays for the choice.
 */
final class SearchFamily implements SurrogateExtremes {
    private final Backend backend;
    private final GreedySettings search;
    private final Watch watch;
    private double min;
    private double max;

    /**
     * For surrogates.
     *
     * @param search ends at the order that is tested
     */
    SearchFamily(Backend backend, GreedySettings search, Watch watch) {
        this.backend = backend;
        this.search = search;
        this.watch = watch;
    }

    @Override
    public boolean find(CorrelationMatrix r) {
        GreedyResult found = new GreedySearch(Scorer.gaussian(backend, r), search).run(1, watch.onlyStops());
        int order = search.maxOrder();
        min = nplets(found, order, Ends.SYNERGISTIC).stream()
                .mapToDouble(FoundNplet::o)
                .min()
                .orElse(Double.NEGATIVE_INFINITY);
        max = nplets(found, order, Ends.REDUNDANT).stream()
                .mapToDouble(FoundNplet::o)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        return !found.partial();
    }

    @Override
    public double min() {
        return min;
    }

    @Override
    public double max() {
        return max;
    }

    /** The most extreme n-plets of an order that paths in the data came to, so many at each end. */
    static Candidates candidates(GreedyResult found, int order, int top, CorrelationMatrix r, double bias) {
        return Candidates.of(
                best(found, order, Ends.SYNERGISTIC, top), best(found, order, Ends.REDUNDANT, top), order, r, bias);
    }

    private static List<int[]> best(GreedyResult found, int order, Ends end, int top) {
        Comparator<FoundNplet> byOmega =
                Comparator.comparingLong(one -> end.redundant() ? -Ranking.key(one.o()) : Ranking.key(one.o()));
        return nplets(found, order, end).stream()
                .sorted(byOmega.thenComparing(FoundNplet::nplet, Arrays::compare))
                .distinct()
                .limit(top)
                .map(FoundNplet::nplet)
                .toList();
    }

    private static List<FoundNplet> nplets(GreedyResult found, int order, Ends end) {
        return found.paths().stream()
                .filter(path -> path.end() == end)
                .map(GreedyPath::steps)
                .flatMap(List::stream)
                .map(GreedyStep::found)
                .filter(one -> one.order() == order)
                .toList();
    }
}
