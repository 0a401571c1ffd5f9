package org.oinfo.search.anneal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Watch;

/** N-plets that chains have found and how the chains fared; results of several groups add up in any order. */
final class ChainResults {
    /** N-plets that were the best of a run, and of how many runs; ascending. */
    private final TreeMap<int[], Integer> synergistic = new TreeMap<>(Arrays::compare);

    private final TreeMap<int[], Integer> redundant = new TreeMap<>(Arrays::compare);
    /** N-plets scored and not yet reported, by order. */
    private final long[] unreported;
    /** N-plets reported, by order. */
    private final long[] reported;

    private long scored;
    private long singular;
    private long ended;
    private long frozen;
    private long startless;

    /** Nothing, of orders up to {@code largest}. */
    ChainResults(int largest) {
        this.unreported = new long[largest + 1];
        this.reported = new long[largest + 1];
    }

    /** How they are kept. */
    Form<ChainResults> form() {
        return new Form<>() {
            @Override
            public void write(ChainResults found, Bytes to) {
                write(found.synergistic, to);
                write(found.redundant, to);
                for (long nplets : found.reported) {
                    to.put(nplets);
                }
                to.put(found.scored).put(found.singular).put(found.ended);
                to.put(found.frozen).put(found.startless);
            }

            private static void write(SortedMap<int[], Integer> best, Bytes to) {
                to.put(best.size());
                best.forEach((nplet, runs) -> to.put(nplet).put(runs));
            }

            @Override
            public ChainResults read(ByteBuffer from) {
                ChainResults read = new ChainResults(reported.length - 1);
                read(read.synergistic, from);
                read(read.redundant, from);
                for (int order = 0; order < reported.length; order++) {
                    read.reported[order] = from.getLong();
                }
                read.scored = from.getLong();
                read.singular = from.getLong();
                read.ended = from.getLong();
                read.frozen = from.getLong();
                read.startless = from.getLong();
                return read;
            }

            private static void read(SortedMap<int[], Integer> best, ByteBuffer from) {
                for (int left = from.getInt(); left > 0; left--) {
                    best.put(Bytes.ints(from), from.getInt());
                }
            }

            @Override
            public void again(ChainResults found, Watch watch) {
                for (int order = 0; order < found.reported.length; order++) {
                    if (found.reported[order] > 0) {
                        watch.advanced(order, found.reported[order]);
                    }
                }
            }
        };
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
                reported[order] += unreported[order];
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
