package org.oinfo.estimate;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums of vectors by a fixed binary tree: the same to the last bit however the leaves are shared out, and in whatever order they come.
 *
 * <pre>
 *   ((0 + 1) + (2 + 3)) + (4 + 5)      six leaves; a sibling that is not there adds nothing
 * </pre>
 *
 * <p>Two siblings become their parent as soon as both are there, so leaves 0..L-1 that come in order take log2(L) vectors at most, and
 * those of an aligned power of two one. The rounding error of a sum grows with log2(L), not with L.
 *
 * <p>Not thread-safe.
 */
public final class TreeSums implements Serializable {
    private static final long serialVersionUID = 1L;

    /** By the first leaf below. */
    private final TreeMap<Long, Node> nodes = new TreeMap<>();

    /** The sum of 2^level leaves. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Node(int level, double[] sum) implements Serializable {
        long leaves() {
            return 1L << level;
        }
    }

    /**
     * Adds a leaf.
     *
     * @param leaf its number, from 0
     * @param summands as many as those of every other leaf; belongs to the sums from now on
     * @throws IllegalArgumentException it is there already
     */
    public void add(long leaf, double[] summands) {
        add(leaf, new Node(0, summands));
    }

    /** Adds the leaves of another, which must not be used any more; returns this. */
    public TreeSums merge(TreeSums other) {
        other.nodes.forEach(this::add);
        return this;
    }

    private void add(long first, Node added) {
        requireNew(first, added);
        long from = first;
        Node node = added;
        for (Node sibling = sibling(from, node); sibling != null; sibling = sibling(from, node)) {
            nodes.remove(from ^ node.leaves());
            // Of two summands the order does not matter.
            double[] sum = node.sum;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sibling.sum[i];
            }
            from &= ~node.leaves();
            node = new Node(node.level + 1, sum);
        }
        nodes.put(from, node);
    }

    private @Nullable Node sibling(long from, Node node) {
        Node other = nodes.get(from ^ node.leaves());
        return other != null && other.level == node.level ? other : null;
    }

    private void requireNew(long first, Node added) {
        Map.Entry<Long, Node> before = nodes.floorEntry(first);
        Long after = nodes.ceilingKey(first);
        if ((before != null && before.getKey() + before.getValue().leaves() > first)
                || (after != null && after < first + added.leaves())) {
            throw new IllegalArgumentException("leaves from " + first + " on are there already");
        }
    }

    /**
     * The sum of all leaves, which must be those from 0 on without a gap.
     *
     * @throws IllegalStateException there are no leaves, or some between are missing
     */
    public double[] total() {
        long expected = 0;
        for (Map.Entry<Long, Node> entry : nodes.entrySet()) {
            if (entry.getKey() != expected) {
                throw new IllegalStateException("leaf " + expected + " is missing");
            }
            expected += entry.getValue().leaves();
        }
        if (expected == 0) {
            throw new IllegalStateException("there are no leaves");
        }
        double[] sum = nodes.lastEntry().getValue().sum.clone();
        for (Node left : nodes.headMap(nodes.lastKey(), false).descendingMap().values()) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = left.sum[i] + sum[i];
            }
        }
        return sum;
    }
}
