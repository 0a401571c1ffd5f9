package org.oinfo.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
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

    static Lot of(Pieces pieces) {
        return new Lot(pieces.ranges().stream()
                .flatMapToLong(range -> java.util.stream.LongStream.of(range.from(), range.to()))
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
     * @param seconds that one core takes for all
     */
    static List<Lot> cut(Pieces todo, double seconds, int cores) {
        double each = Math.clamp(seconds / ((double) PER_CORE * cores), SHORTEST, LONGEST);
        long wanted = (long) Math.ceil(Math.max(cores, seconds / each));
        long count = Math.clamp(wanted, 1, todo.count());
        List<Lot> lots = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long from = share(todo.count(), i, count);
            lots.add(of(todo.slice(from, share(todo.count(), i + 1, count) - from)));
        }
        return lots;
    }

    /** How many of all come before share i; pieces and lots are thousands, so no product overflows. */
    private static long share(long all, long i, long count) {
        return all * i / count;
    }
}
