package org.oinfo.kernels;

/**
 * Scores every n-plet of several orders in one walk over all subsets of the variables.
 *
 * <p>An instance holds the state of one walk and belongs to one thread at a time; {@link Backend#lattice} fixes the matrix and
 * the settings.
 */
public interface LatticeKernel extends AutoCloseable {
    /**
     * Adds the n-plets of the wanted orders in blocks [from, to) to their landscapes.
     *
     * @param from first block, see {@link LatticeBlocks}
     * @param to one past the last block
     * @param into a landscape for each of the kernel's settings, in their order
     */
    void scan(long from, long to, Landscape[] into);

    /** Gives back what it holds outside the heap; it must not be used any more. */
    @Override
    default void close() {}
}
