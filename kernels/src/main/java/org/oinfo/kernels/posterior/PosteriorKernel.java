package org.oinfo.kernels.posterior;

/**
 * Sums the log-probabilities of the classes that samples have; see the package for the formula.
 *
 * <p>An instance holds scratch memory and belongs to one thread at a time.
 */
public interface PosteriorKernel extends AutoCloseable {
    /** Parts of a sum: sample {@code from + t} goes to part t mod 8, and parts are added pair by pair. */
    int PARTS = 8;

    /** Numbers that describe a class: a, then for each member i its b_i and W_i0 .. W_ii. */
    static int numbers(int order) {
        return 1 + order * (order + 3) / 2;
    }

    /**
     * The sum over samples from..to-1, all of one class, of ln (p_own / sum_c p_c), nats.
     *
     * @param nplets indices of variables, the n-plet at [offset, offset+order)
     * @param order number of variables k, at least 1
     * @param classes [count][{@link #numbers}], finite
     * @param own class of these samples
     * @return at most 0
     */
    double sum(int[] nplets, int offset, int order, double[] classes, int count, int own, int from, int to);

    /** Adds the parts of a sum. */
    static double total(double[] parts) {
        return ((parts[0] + parts[4]) + (parts[2] + parts[6])) + ((parts[1] + parts[5]) + (parts[3] + parts[7]));
    }

    /** Gives back what it holds outside the heap; it must not be used any more. */
    @Override
    default void close() {}
}
