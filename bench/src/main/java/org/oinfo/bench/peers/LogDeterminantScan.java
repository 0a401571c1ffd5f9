package org.oinfo.bench.peers;

import org.oinfo.kernels.CorrelationMatrix;

/**
 * The definition in plain Java, as most toolboxes compute it: log-determinants of the n-plet and of its k subsets without
 * one member, each by its own Cholesky factorisation and logarithm.
 *
 * <pre>  Omega = (k-2)/2 ln|R_S| - 1/2 sum_i ln|R_(S without i)|</pre>
 */
public final class LogDeterminantScan extends RankedWalk {
    /** The members that are in [k]. */
    private final int[] members;

    /** Scores n-plets of one order of {@code r}. */
    public LogDeterminantScan(CorrelationMatrix r, int order) {
        super(r, order);
        members = new int[order];
    }

    @Override
    double omega() {
        System.arraycopy(nplet, 0, members, 0, order);
        double omega = 0.5 * (order - 2) * logDeterminant(order);
        for (int left = 0; left < order; left++) {
            int size = 0;
            for (int i = 0; i < order; i++) {
                if (i != left) {
                    members[size++] = nplet[i];
                }
            }
            omega -= 0.5 * logDeterminant(order - 1);
        }
        return omega;
    }

    private double logDeterminant(int size) {
        return Math.log(factor(members, size));
    }
}
