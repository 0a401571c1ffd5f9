package org.oinfo.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.oinfo.scan.Pieces;

/**
 * Pieces that one task goes through.
 *
 * @param ranges of each range its first piece and one past its last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Lot(long[] ranges) implements Serializable {
    /** A task is about as long as this where the work is long enough. */
    private static final double LONGEST = 60;
    /** Starting a task takes some milliseconds. */
    private static final double SHORTEST = 1;
    /** So many tasks a core keep the cores busy until the end. */
    private static final int PER_CORE = 16;

    private static final int MOST_TASKS = 20_000;

    static Lot of(Pieces pieces) {
        return new Lot(pieces.ranges().stream()
                .flatMapToLong(range -> LongStream.of(range.from(), range.to()))
                .toArray());
    }

    Pieces pieces() {
        List<Pieces.Range> all = new ArrayList<>();
        for (int i = 0; i < ranges.length; i += 2) {
            all.add(new Pieces.Range(ranges[i], ranges[i + 1]));
        }
        return new Pieces(all);
    }

    /**
     * Cuts pieces into lots of about a minute, or of less where there would be fewer than {@value #PER_CORE} for each core.
     *
     * @param seconds that one core takes for all; NaN where nobody knows
     */
    static List<Lot> cut(Pieces todo, double seconds, int cores) {
        long count = Math.clamp(wanted(seconds, cores), 1, todo.count());
        List<Lot> lots = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            lots.add(of(share(todo, i, count)));
        }
        return lots;
    }

    private static long wanted(double seconds, int cores) {
        if (Double.isNaN(seconds)) {
            return (long) PER_CORE * cores;
        }
        double each = Math.clamp(seconds / ((double) PER_CORE * cores), SHORTEST, LONGEST);
        return (long) Math.ceil(Math.max(cores, seconds / each));
    }

    /** How many jobs, one after the other, are to do so much work: the tasks of a job take memory where it is led. */
    static long waves(double seconds) {
        // NaN casts to 0.
        return Math.max(1, (long) Math.ceil(seconds / LONGEST / MOST_TASKS));
    }

    /** One of so many shares; there are below 2^27 pieces and 2^20 shares, so no product overflows. */
    static Pieces share(Pieces all, long i, long count) {
        long from = all.count() * i / count;
        return all.slice(from, all.count() * (i + 1) / count - from);
    }
}
