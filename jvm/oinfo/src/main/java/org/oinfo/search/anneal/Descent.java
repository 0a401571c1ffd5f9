package org.oinfo.search.anneal;

/**
 * Where an n-plet got to by descending.
 *
 * @param start positions of the variables it began with [k], ascending
 * @param nplet positions of those it ended with, ascending
 * @param tc total correlation of the last, nats; like the other measures canonical, less its bias where that was asked for, and NaN
 *     if it is singular
 * @param dtc dual total correlation
 * @param o O-information
 * @param s S-information
 * @param steps moves from the first to the last
 * @param certified whether no move leads on: false when stopped before, or among singular n-plets only
 */
@SuppressWarnings("ArrayRecordComponent") // a result, not a key
public record Descent(
        int[] start, int[] nplet, double tc, double dtc, double o, double s, int steps, boolean certified) {}
