package org.oinfo.data.options;

/**
 * The position that is taken of an axis that is dropped.
 *
 * @param kind how it is given
 * @param index the position, from 0, where it is given by number
 */
public record Where(Kind kind, int index) {
    /** How a position is given. */
    public enum Kind {
        FIRST,
        LAST,
        /** The mean of all positions. */
        MEAN,
        INDEX
    }

    public static final Where FIRST = new Where(Kind.FIRST, 0);
    public static final Where LAST = new Where(Kind.LAST, 0);
    public static final Where MEAN = new Where(Kind.MEAN, 0);

    /** The position with a number from 0. */
    public static Where at(int index) {
        return new Where(Kind.INDEX, index);
    }
}
