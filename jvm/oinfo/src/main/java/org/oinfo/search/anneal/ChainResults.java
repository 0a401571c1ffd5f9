package org.oinfo.search.anneal;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.oinfo.parallel.Watch;

/** N-plets that chains have found and how the chains fared; results of several groups add up in any order. */
final class ChainResults {
    /** N-plets that were the best of a run, and of how many runs; ascending. */
    private final TreeMap<int[], Integer> synergistic = new TreeMap<>(Arrays::compare);

    private final TreeMap<int[], Integer> redundant = new TreeMap<>(Arrays::compare);
    /** N-plets scored and not yet reported, by order. */
    private final long[] unreported;

    private long scored;
    private long singular;
    private long ended;
    private long frozen;
    private long startless;

    /** Nothing, of orders up to {@code largest}. */
    ChainResults(int largest) {
        this.unreported = new long[largest + 1];
    }

    void offer(Objective objective, int[] nplet) {
        best(objective).merge(nplet, 1, Integer::sum);
    }

    void scored(int order, int count) {
        scored += count;
        unreported[order] += count;
    }

    void singular() {
        singular++;
    }

    /** A run has come to its end: by freezing, or without ever meeting an n-plet that is not singular. */
    void ended(boolean started, boolean byFreezing) {
        ended++;
        frozen += byFreezing ? 1 : 0;
        startless += started ? 0 : 1;
    }

    void report(Watch watch) {
        for (int order = 0; order < unreported.length; order++) {
            if (unreported[order] > 0) {
                watch.advanced(order, unreported[order]);
                unreported[order] = 0;
            }
        }
    }

    void merge(ChainResults other) {
        other.synergistic.forEach((nplet, runs) -> synergistic.merge(nplet, runs, Integer::sum));
        other.redundant.forEach((nplet, runs) -> redundant.merge(nplet, runs, Integer::sum));
        scored += other.scored;
        singular += other.singular;
        ended += other.ended;
        frozen += other.frozen;
        startless += other.startless;
    }

    /** N-plets that were the best of a run, ascending, and of how many runs. */
    SortedMap<int[], Integer> best(Objective objective) {
        return objective.redundant() ? redundant : synergistic;
    }

    long scored() {
        return scored;
    }

    long singularProposals() {
        return singular;
    }

    long endedRuns() {
        return ended;
    }

    long frozenRuns() {
        return frozen;
    }

    long startlessRuns() {
        return startless;
    }
}
