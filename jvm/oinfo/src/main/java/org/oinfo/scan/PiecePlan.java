package org.oinfo.scan;

/**
 * How a scan is cut into pieces, which are merged in the order of their numbers.
 *
 * @param kind what a piece is a run of
 * @param size B of a {@link BlockGrid}, the units of a walk, or all pairs
 * @param pieces how many there are
 */
public record PiecePlan(Kind kind, long size, long pieces) {
    /** What pieces are runs of. */
    public enum Kind {
        /** Lexicographic ranks of one order. */
        BLOCKS("blocks"),
        /** Subsets of all orders. */
        WALK("parts of one walk"),
        /** Pairs of first members of n-plets that mix groups. */
        PAIRS("runs of pairs");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    @Override
    public String toString() {
        return pieces + " " + kind.text + " of " + size;
    }
}
