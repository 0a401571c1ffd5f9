package org.oinfo.search.anneal;

/**
 * An n-plet that a search ended at.
 *
 * @param nplet positions of its variables [k], ascending
 * @param tc total correlation, nats; like the other measures canonical, less its bias where that was asked for
 * @param dtc dual total correlation
 * @param o O-information
 * @param s S-information
 * @param runs how many runs ended at it
 * @param certified whether none of its neighbours is better; false when the search was stopped before it had looked
 */
@SuppressWarnings("ArrayRecordComponent") // a result, not a key
public record Optimum(int[] nplet, double tc, double dtc, double o, double s, int runs, boolean certified) {}
