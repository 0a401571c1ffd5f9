package org.oinfo.scan;

import java.util.stream.LongStream;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Combinations;

/**
 * Cuts the lexicographic ranks of one order into blocks, the unit of work for threads, progress and merging.
 *
 * <p>Block i begins at the first (k-2)-prefix boundary at or after i B, with B = max(least, min(2^36, ceil(C(N,k)/4096))) and
 * least what the backend wants at least, max(2^22, 16 N^2) on processors: the cuts depend on N, k and the kind of backend only,
 * never on the workers, and no prefix of the kernels is split. A prefix with more than B n-plets leaves empty blocks behind it.
 */
public final class BlockGrid {
    private static final long LARGEST = 1L << 36;
    private static final long WANTED = 4096;

    private final Combinations combinations;
    private final int variables;
    private final int order;
    private final long size;

    private BlockGrid(Combinations combinations, int variables, int order, long size) {
        this.combinations = combinations;
        this.variables = variables;
        this.order = order;
        this.size = size;
    }

    /** A grid with any block size, so that tests can have many blocks of few n-plets. */
    BlockGrid(int variables, int order, long size) {
        this(combinations(variables, order), variables, order, size);
    }

    /**
     * The grid of an order.
     *
     * @param variables N
     * @param order k, 2 to N
     * @param least the backend's {@link org.oinfo.kernels.Backend#leastScan}
     * @throws BadInputException C(N,k) exceeds 2^63-1
     */
    public static BlockGrid of(int variables, int order, long least) {
        Combinations combinations = combinations(variables, order);
        long size = Math.min(LARGEST, (combinations.total() - 1) / WANTED + 1);
        return new BlockGrid(combinations, variables, order, Math.max(least, size));
    }

    /**
     * Number of n-plets C(N,k) of an order.
     *
     * @throws BadInputException it exceeds 2^63-1
     */
    public static long total(int variables, int order) {
        return combinations(variables, order).total();
    }

    /** The sum of numbers of n-plets; 2^63-1 where it is beyond that. */
    public static long sum(LongStream nplets) {
        return nplets.reduce(0, (a, b) -> a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b);
    }

    /** So many times a number of n-plets; 2^63-1 where it is beyond that. */
    public static long times(long times, long nplets) {
        return nplets > 0 && times > Long.MAX_VALUE / nplets ? Long.MAX_VALUE : times * nplets;
    }

    private static Combinations combinations(int variables, int order) {
        try {
            return new Combinations(variables, order);
        } catch (ArithmeticException e) {
            throw new BadInputException("the number of n-plets C(N,k) must be below 2^63-1: N=" + variables + ", k="
                    + order + "; choose fewer variables or another order");
        }
    }

    /** Number of n-plets C(N,k). */
    public long total() {
        return combinations.total();
    }

    /** Number of blocks, the empty ones included. */
    public long count() {
        return (total() - 1) / size + 1;
    }

    /** How the ranks are cut. */
    PiecePlan plan() {
        return new PiecePlan(PiecePlan.Kind.BLOCKS, size, count());
    }

    /** Number of n-plets of some blocks. */
    long nplets(Pieces blocks) {
        return blocks.ranges().stream()
                .mapToLong(range -> start(range.to()) - start(range.from()))
                .sum();
    }

    /** Number of n-plets of block i. */
    long nplets(long i) {
        return start(i + 1) - start(i);
    }

    /** First rank of block i; one past the last rank for i = {@link #count()}. */
    public long start(long i) {
        return i >= count() ? total() : boundaryAtOrAfter(i * size);
    }

    /** The first rank at or after {@code rank} where the first k-2 members change; C(N,k) when there is none. */
    public long boundaryAtOrAfter(long rank) {
        if (rank >= total()) {
            return total();
        }
        int[] nplet = new int[order];
        combinations.unrank(rank, nplet);
        int prefix = order - 2;
        long first = combinations.firstRank(nplet, prefix);
        if (first == rank) {
            return rank;
        }
        int next = prefix == 0 ? 0 : nplet[prefix - 1] + 1;
        return first + combinations.choose(variables - next, 2);
    }
}
