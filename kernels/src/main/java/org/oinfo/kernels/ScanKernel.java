package org.oinfo.kernels;

/**
 * Scores every n-plet of one order whose lexicographic rank lies in a range.
 *
 * <p>An instance holds the state of one walk and belongs to one thread at a time; {@link Backend#scan} fixes the matrix
 * and the settings.
 */
public interface ScanKernel extends AutoCloseable {
    /**
     * Adds the n-plets with ranks in [from, to) to a landscape.
     *
     * @param from first lexicographic rank, at least 0
     * @param to one past the last rank, at most C(N,k)
     * @param into where they are recorded; made for the same N and settings
     */
    void scan(long from, long to, Landscape into);

    /** Gives back what it holds outside the heap; it must not be used any more. */
    @Override
    default void close() {}
}
