package org.oinfo.kernels.lattice;

/** Scores cells of the lattice: every subset of some free variables together with fixed members. See {@link LatticeWalk}. */
public interface LatticeEngine extends AutoCloseable {
    /** Fewest free variables of a cell. */
    int leastFree();

    /**
     * Scores, counts and ranks all subsets of a cell whose conditional variances are all above the guard.
     *
     * @param members the fixed ones, its first {@code count} entries
     * @param free the free variables by bit, the first {@code freeCount}, at least {@link #leastFree}
     */
    void score(int[] members, int count, int[] free, int freeCount);

    @Override
    default void close() {}
}
