package org.oinfo.kernels.growth;

/**
 * Adds variables to an n-plet and screens all candidates for the next, by the bordered sweep. Its values hold as long as every
 * 1/P_ii of the n-plet is at least {@link org.oinfo.kernels.Canonical#GUARD}. See {@link GrowthWalk}.
 */
public interface GrowthEngine extends AutoCloseable {
    /**
     * Adds variables as long as there is no doubt which.
     *
     * @param path [largest or more]
     * @param swept how many of its first variables were there when the last call returned; 0 to begin anew
     * @param order how many it holds
     * @param largest how many it may come to hold
     * @return how many it holds now; fewer than {@code largest} where the next is in doubt
     */
    int grow(int[] path, int swept, int order, int largest);

    /** exp(-2 Omega) of the first variables of the path, the last of which it added itself. */
    double value(int order);

    /** Writes the candidates in doubt, ascending; returns how many. */
    int doubtful(int[] out);

    /** Whether the n-plet with a candidate in doubt may be near singular: the engine cannot go on with it. */
    boolean nearSingular(int candidate);

    @Override
    default void close() {}
}
