package org.oinfo.kernels;

/**
 * Scores a batch of given n-plets of one order.
 *
 * <p>An instance holds scratch memory and belongs to one thread at a time.
 */
public interface MeasuresKernel extends AutoCloseable {
    /** Number of values written for each n-plet: TC, DTC, Omega, S, in this order. */
    int VALUES = 4;

    /**
     * Writes TC, DTC, Omega and S of each n-plet, in nats.
     *
     * <p>A singular n-plet (some {@code 1/P_ii < 1e-12}, or the factorisation breaks down; see {@link Canonical}) gets four
     * NaN: numerical failure is data here, not an exception. Values agree with the definition to {@code 1e-12 (1 + S)} for
     * well-conditioned matrices; n-plets with some {@code 1/P_ii} below {@link Canonical#GUARD} are scored by the canonical
     * routine on every backend, so that all backends agree on which n-plets are singular.
     *
     * @param nplets variable indices [count*order], each n-plet ascending without repeats (not checked; asserted)
     * @param count number of n-plets B, 0 or more
     * @param order number of variables k of each n-plet, 2 to N
     * @param out results [count*4], n-plet-major, nats
     */
    void measures(int[] nplets, int count, int order, double[] out);

    /** Gives back what it holds outside the heap; it must not be used any more. */
    @Override
    default void close() {}
}
