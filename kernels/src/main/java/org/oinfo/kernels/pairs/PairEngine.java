package org.oinfo.kernels.pairs;

import org.oinfo.kernels.Landscape;

/** Runs the pairs of prefixes Q of k-3 members: n-plets {Q, q, j, l} with Q &lt; q &lt; j &lt; l. See {@link PairWalk}. */
public interface PairEngine extends AutoCloseable {
    /** Prefixes that are best scanned at once; they differ in their last member only, which follow each other. */
    int prefixes();

    /** N-plets of this range follow. */
    void begin(Landscape into);

    /** No more of the range. */
    void end();

    /**
     * Moves to prefixes.
     *
     * @param prefix members of the first of them, ascending [k-3 or more]
     * @param kept number of leading members that are those of the prefixes before
     * @param count how many, whose last members follow each other
     * @return false when some of them is too close to singular
     */
    boolean moveTo(int[] prefix, int kept, int count);

    /**
     * Scores {Q, q, j, l} of the prefixes moved to, for q in [from, to) beyond the last member of Q, and all q &lt; j &lt; l.
     *
     * @param base values of q begin to be taken together here: which they are must not depend on where a range begins, nor on how
     *     many prefixes are scanned at once
     */
    void scan(int from, int to, int base);

    @Override
    default void close() {}
}
