package org.oinfo.kernels.neighbours;

/**
 * Sums psi over the neighbour counts of n-plets; see the package for what is counted.
 *
 * <p>An instance holds scratch memory and belongs to one thread at a time. N-plets that begin as the one before are faster.
 */
public interface NeighbourKernel extends AutoCloseable {
    /** Number of sums of an n-plet. */
    int SUMS = 5;

    /** Place of the sum over members i and samples t of psi(n_i + 1). */
    int ALONE = 0;

    /** Place of the sum over members i and samples t of psi(n_-i + 1). */
    int OTHERS = 1;

    /** Place of the sum over samples of psi(K), or of psi(K_t + 1) where K_t > 0 other samples equal t and eps_t = 0. */
    int JOINT = 2;

    /** Place of the part of the last member in {@link #ALONE}: the sum over samples of its psi(n_i + 1). */
    int LAST_ALONE = 3;

    /** Place of the part of the last member in {@link #OTHERS}. */
    int LAST_OTHERS = 4;

    /**
     * Writes the sums of one n-plet, in the units of {@link NeighbourSamples#psi}.
     *
     * @param nplets indices without repeats, the n-plet at [offset, offset+order)
     * @param order number of variables k, 2 to N
     * @param out [5]
     */
    void sums(int[] nplets, int offset, int order, long[] out);

    /** Gives back what it holds outside the heap; it must not be used any more. */
    @Override
    default void close() {}
}
