package org.oinfo.search.anneal;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Steps from an n-plet to one that differs by a variable. N-plets are ascending members in an array at an offset; variables
 * outside are counted from 0, smallest first.
 */
final class Moves {
    private Moves() {}

    /**
     * Writes the n-plet with {@code outside} instead of its member at {@code position}; what is in {@code to} right behind it
     * may be overwritten too.
     *
     * <p>One pass without branches, whose outcome would be as good as random: two passes, a copy and a shift, were slower.
     */
    static void swap(int[] from, int at, int order, int position, int outside, int[] to, int into) {
        int below = order;
        for (int i = 0; i < order; i++) {
            int member = from[at + i];
            int above = above(member, i, outside);
            below -= above;
            // Up by one above the newcomer, down by one above the one that leaves; what the latter writes is written
            // over.
            to[into + i + above - ((position - i) >>> 31)] = member;
        }
        to[into + below - ((position - below) >>> 31)] = outside + below;
    }

    /** Writes the n-plet with one more member, at {@code into..into+order}; {@code to} may be {@code from}. */
    static void add(int[] from, int at, int order, int outside, int[] to, int into) {
        int below = order;
        for (int i = 0; i < order; i++) {
            below -= above(from[at + i], i, outside);
        }
        for (int i = order; i > below; i--) {
            to[into + i] = from[at + i - 1];
        }
        to[into + below] = outside + below;
        for (int i = below - 1; i >= 0; i--) {
            to[into + i] = from[at + i];
        }
    }

    /** Writes the n-plet without its member at {@code position}. */
    static void remove(int[] from, int at, int order, int position, int[] to, int into) {
        for (int i = 0; i < position; i++) {
            to[into + i] = from[at + i];
        }
        for (int i = position + 1; i < order; i++) {
            to[into + i - 1] = from[at + i];
        }
    }

    /** Writes an n-plet of N variables, each of the order as likely as any other. */
    static void draw(UniformRandomProvider random, int variables, int order, int[] to, int into) {
        for (int i = 0; i < order; i++) {
            add(to, into, i, random.nextInt(variables - i), to, into);
        }
    }

    /**
     * 1 if the member at position {@code i} is above the variable outside, else 0: it is when more variables outside than that
     * one's number are below it.
     */
    private static int above(int member, int i, int outside) {
        return (outside - (member - i)) >>> 31;
    }
}
