package org.oinfo.parallel;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come with one order.
 *
 * @param order number of variables k of the n-plets that are counted; 0 for units that have no order
 * @param done units (n-plets, surrogates, resamples, ...) of this order that are done
 * @param total units of this order there are to do, or a bound on them where that depends on what is found; 0 when unknown
 * @param lowest the n-plet with the lowest value met so far; null where none is known
 * @param highest the n-plet with the highest value met so far; null where none is known
 */
public record Progress(
        int order,
        long done,
        long total,
        @Nullable BestSoFar lowest,
        @Nullable BestSoFar highest) {}
