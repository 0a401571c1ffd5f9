package org.oinfo.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some of the numbered pieces of a scan.
 *
 * @param ranges disjoint, ascending, and none ends where another begins
 */
public record Pieces(List<Range> ranges) {
    /** None. */
    public static final Pieces NONE = new Pieces(List.of());

    /**
     * Consecutive pieces.
     *
     * @param from the first
     * @param to one past the last
     */
    public record Range(long from, long to) {
        public Range {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException(
                        "a range of pieces must hold one at least: from=" + from + ", to=" + to);
            }
        }

        private boolean meets(Range other) {
            return from < other.to && other.from < to;
        }

        private boolean covers(Range other) {
            return from <= other.from && other.to <= to;
        }

        @Override
        public String toString() {
            return to == from + 1 ? Long.toString(from) : from + ".." + (to - 1);
        }
    }

    public Pieces {
        ranges = List.copyOf(ranges);
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i - 1).to() >= ranges.get(i).from()) {
                throw new IllegalArgumentException(
                        "ranges of pieces must ascend with gaps between them: found " + ranges);
            }
        }
    }

    /** Pieces from, from+1, ... to-1. */
    public static Pieces of(long from, long to) {
        return from == to ? NONE : new Pieces(List.of(new Range(from, to)));
    }

    /** How many they are. */
    public long count() {
        return ranges.stream().mapToLong(range -> range.to() - range.from()).sum();
    }

    /** Whether a piece is among them. */
    public boolean holds(long piece) {
        return ranges.stream().anyMatch(range -> range.from() <= piece && piece < range.to());
    }

    /** Of the pieces 0, 1, ... count-1, those that are not among them. */
    public Pieces missing(long count) {
        List<Range> gaps = new ArrayList<>();
        long from = 0;
        for (Range range : ranges) {
            if (from < range.from()) {
                gaps.add(new Range(from, range.from()));
            }
            from = range.to();
        }
        if (from < count) {
            gaps.add(new Range(from, count));
        }
        return new Pieces(gaps);
    }

    /**
     * The piece before which so many are among them.
     *
     * @param i below {@link #count}
     */
    public long at(long i) {
        long before = i;
        for (Range range : ranges) {
            long length = range.to() - range.from();
            if (before < length) {
                return range.from() + before;
            }
            before -= length;
        }
        throw new IndexOutOfBoundsException("a piece must be one of " + count() + ": found " + i);
    }

    /** The first of them, so many, or all where they are fewer. */
    public Pieces first(long number) {
        return slice(0, number);
    }

    /** So many of them behind so many others, or all that there are. */
    public Pieces slice(long skipped, long number) {
        List<Range> chosen = new ArrayList<>();
        long behind = skipped;
        long left = number;
        for (Range range : ranges) {
            long skip = Math.min(behind, range.to() - range.from());
            behind -= skip;
            long take = Math.min(left, range.to() - range.from() - skip);
            left -= take;
            if (take > 0) {
                chosen.add(new Range(range.from() + skip, range.from() + skip + take));
            }
        }
        return new Pieces(chosen);
    }

    /** Whether some are among the others too. */
    public boolean meets(Pieces others) {
        return ranges.stream().anyMatch(range -> others.ranges.stream().anyMatch(range::meets));
    }

    /** Whether all the others are among them. */
    public boolean covers(Pieces others) {
        return others.ranges.stream().allMatch(other -> ranges.stream().anyMatch(range -> range.covers(other)));
    }

    /**
     * These and others.
     *
     * @throws IllegalArgumentException some are among both
     */
    public Pieces with(Pieces others) {
        if (meets(others)) {
            throw new IllegalArgumentException("pieces must be joined once: " + this + " and " + others);
        }
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(others.ranges);
        all.sort(Comparator.comparingLong(Range::from));
        List<Range> joined = new ArrayList<>();
        for (Range range : all) {
            if (!joined.isEmpty() && joined.getLast().to() == range.from()) {
                joined.add(new Range(joined.removeLast().from(), range.to()));
            } else {
                joined.add(range);
            }
        }
        return new Pieces(joined);
    }

    @Override
    public String toString() {
        return ranges.isEmpty() ? "none" : ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
    }
}
