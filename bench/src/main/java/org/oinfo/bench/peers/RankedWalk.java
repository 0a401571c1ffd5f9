package org.oinfo.bench.peers;

import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Steps through n-plets in lexicographic order and keeps the {@link Extremes}; a subclass scores one n-plet. Also what every
 * way to score one begins with: R_A = L diag(d) L^T, without square roots.
 */
abstract class RankedWalk {
    final int order;
    /** The n-plet to score, ascending [k]. */
    final int[] nplet;
    /** L [k*k] row-major, strictly lower triangle; its diagonal is 1. */
    final double[] l;
    /** 1/d [k]. */
    final double[] inverse;

    /** R [N*N] row-major. */
    private final double[] r;

    private final int variables;
    private final Combinations combinations;

    RankedWalk(CorrelationMatrix r, int order) {
        this.r = r.array();
        this.variables = r.variables();
        this.order = order;
        this.nplet = new int[order];
        this.l = new double[order * order];
        this.inverse = new double[order];
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

    /** Writes {@link #l} and {@link #inverse} of the first {@code size} of {@code members}; |R_A|. */
    final double factor(int[] members, int size) {
        double determinant = 1;
        for (int a = 0; a < size; a++) {
            int source = members[a] * variables;
            double pivot = 1;
            for (int b = 0; b < a; b++) {
                double v = r[source + members[b]];
                for (int t = 0; t < b; t++) {
                    v -= l[a * order + t] * l[b * order + t];
                }
                l[a * order + b] = v;
            }
            for (int b = 0; b < a; b++) {
                double scaled = l[a * order + b];
                double unit = scaled * inverse[b];
                pivot -= scaled * unit;
                l[a * order + b] = unit;
            }
            determinant *= pivot;
            inverse[a] = 1 / pivot;
        }
        return determinant;
    }
}
