package org.oinfo.search.anneal;

import org.oinfo.estimate.Measured;
import org.oinfo.estimate.Measures;

/**
 * An n-plet that a search ended at.
 *
 * @param nplet positions of its variables [k], ascending
 * @param measures canonical, less their bias where that was asked for
 * @param runs how many runs ended at it
 * @param certified whether none of its neighbours is better; false when the search was stopped before it had looked
 */
@SuppressWarnings("ArrayRecordComponent") // a result, not a key
public record Optimum(int[] nplet, Measures measures, int runs, boolean certified) implements Measured {}
