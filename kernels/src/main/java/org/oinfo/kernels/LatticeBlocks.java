package org.oinfo.kernels;

/**
 * Cuts all subsets of N variables into blocks, the unit of work of a {@link LatticeKernel}: a block fixes which of the first
 * variables (its head) are members, and holds every subset of the others.
 *
 * <p>Block 0 has every variable of the head, the last block none: within an order, a later block holds only n-plets of larger
 * lexicographic rank. The cuts depend on N only.
 */
public final class LatticeBlocks {
    /** Most variables whose subsets form a block: their log-determinants take 2 MB. */
    private static final int LARGEST = 18;

    private final int variables;
    private final int head;

    /**
     * The blocks of N variables.
     *
     * @param variables N, 2 to 62
     */
    public LatticeBlocks(int variables) {
        if (variables < 2 || variables > 62) {
            throw new IllegalArgumentException("a whole lattice must have 2 to 62 variables: N=" + variables);
        }
        this.variables = variables;
        this.head = Math.max(variables - LARGEST, variables / 4);
    }

    /** Number of blocks. */
    public long count() {
        return 1L << head;
    }

    /** Number of variables of the head: 0 .. head-1. */
    public int head() {
        return head;
    }

    /** Number of subsets in a block, of all orders. */
    public long subsets() {
        return 1L << free();
    }

    /** Number of variables whose subsets form a block: head .. N-1. */
    public int free() {
        return variables - head;
    }

    /**
     * Writes the members of a block's head, ascending.
     *
     * @param members room for {@link #head} indices
     * @return how many there are
     */
    public int members(long block, int[] members) {
        int count = 0;
        for (int v = 0; v < head; v++) {
            if ((block >>> (head - 1 - v) & 1) == 0) {
                members[count++] = v;
            }
        }
        return count;
    }
}
