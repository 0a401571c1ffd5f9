package org.oinfo.discrete;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Contents of groups of variables that begin with a prefix: what the next group shares with the last one's prefix is not counted
 * again. Bits where there are few states, groups of samples elsewhere; both give the same.
 *
 * <p>An instance holds scratch memory and belongs to one thread at a time.
 */
final class JointContents {
    private final DiscreteSamples x;
    private final CountTable table;
    private final BitCells bits;
    private final boolean packed;
    private final @Nullable Coverage coverage;
    /** Made when it is first needed. */
    private @Nullable Partition partition;

    private int[] prefix = new int[8];
    private int length;

    /**
     * Contents of groups of these variables.
     *
     * @param packed whether few states are counted in bits
     * @param coverage where entropies are those of Chao and Shen, which go through groups; else null
     */
    JointContents(DiscreteSamples x, BitPlanes planes, CountTable table, boolean packed, @Nullable Coverage coverage) {
        this.x = x;
        this.table = table;
        this.bits = new BitCells(x, planes, table);
        this.packed = packed && coverage == null;
        this.coverage = coverage;
    }

    /**
     * Chooses the prefix of what is asked next.
     *
     * @param variables ascending, the prefix at [offset, offset+count)
     * @param without index within the n-plet of a member to leave out, or -1; a member beyond the prefix changes nothing
     */
    void prefix(int[] variables, int offset, int count, int without) {
        int size = without >= 0 && without < count ? count - 1 : count;
        if (prefix.length < size) {
            prefix = Arrays.copyOf(prefix, 2 * size);
        }
        int common = 0;
        for (int i = 0, j = 0; i < count; i++) {
            if (i != without) {
                int v = variables[offset + i];
                common += common == j && j < length && prefix[j] == v ? 1 : 0;
                prefix[j++] = v;
            }
        }
        length = size;
        bits.truncate(common);
        if (partition != null) {
            partition.truncate(common);
        }
    }

    /** Content of the prefix. */
    long content() {
        return bitsReach() ? bits.content() : groups().content();
    }

    /** Content of the prefix and a variable that is not in it. */
    long with(int variable) {
        return bitsReach() && bits.suits(variable) ? bits.with(variable) : groups().with(variable);
    }

    private boolean bitsReach() {
        boolean goes = packed;
        while (goes && bits.depth() < length) {
            goes = bits.push(prefix[bits.depth()]);
        }
        return goes;
    }

    private Partition groups() {
        Partition groups = partition;
        if (groups == null) {
            groups = new Partition(x, table, coverage);
            partition = groups;
        }
        while (groups.depth() < length) {
            groups.push(prefix[groups.depth()]);
        }
        return groups;
    }
}
