package org.oinfo.kernels;

/**
 * Grows pairs of variables into larger n-plets greedily: of all n-plets that are larger by one variable, the one with the most extreme
 * Omega is next, by the {@link Ranking#key} of its canonical value; ties go to the smallest variable. So paths are the same on every
 * backend, whatever it screens candidates with.
 *
 * <p>An instance belongs to one thread at a time; {@link Backend#growth} fixes the matrix, the end and the largest order.
 */
public interface GrowthKernel extends AutoCloseable {
    /**
     * Grows a pair.
     *
     * @param path variables in the order they are added [order or more]; the two it begins with are there, a pair that is not
     *     singular
     * @param order number of variables to grow to, 2 up to the largest
     * @return how many it came to: fewer where every larger n-plet is singular
     */
    int grow(int[] path, int order);

    /**
     * Omega of the first variables of the last path, nats, raw: as close to the canonical value as {@link MeasuresKernel} promises; NaN
     * where nobody knows.
     *
     * @param order how many, from 3 to what the path came to
     */
    double omega(int order);

    /** Gives back what it holds outside the heap; it must not be used any more. */
    @Override
    default void close() {}
}
