package org.oinfo.targets.subsets;

/** Information that subsets of the n-plets of one order carry about a target. Belongs to one thread at a time. */
public interface SubsetInformation extends AutoCloseable {
    /**
     * I(X_A;Y), nats; NaN where A is singular.
     *
     * @param subset ascending positions among the sound sources, A at [0, size)
     * @param size number of sources in A, from 1 to that of the n-plets
     */
    double of(int[] subset, int size);

    /** Gives back what it holds outside the heap; it must not be used any more. */
    @Override
    void close();
}
