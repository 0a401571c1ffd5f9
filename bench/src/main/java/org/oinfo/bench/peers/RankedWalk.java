package org.oinfo.bench.peers;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;

/** Steps through n-plets in lexicographic order and keeps the {@link Extremes}; a subclass scores one n-plet. */
abstract class RankedWalk {
    /** R [N*N] row-major. */
    final double[] r;

    final int variables;
    final int order;
    /** The n-plet to score, ascending [k]. */
    final int[] nplet;

    private final Combinations combinations;

    RankedWalk(CorrelationMatrix r, int order) {
        this.r = r.array();
        this.variables = r.variables();
        this.order = order;
        this.nplet = new int[order];
        this.combinations = new Combinations(variables, order);
    }

    /** Omega of {@link #nplet}, nats. */
    abstract double omega();

    /** Scores the n-plets with ranks in [from, to). */
    public final Extremes scan(long from, long to) {
        Extremes extremes = new Extremes();
        combinations.unrank(from, nplet);
        for (long rank = from; rank < to; rank++) {
            extremes.add(omega(), rank);
            combinations.next(nplet);
        }
        return extremes;
    }
}
