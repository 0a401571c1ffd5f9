package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * The spanning tree of the strongest absolute correlations: the Gaussian tree nearest to the data (Chow and Liu 1968, doi
 * 10.1109/TIT.1968.1054142). Equal ones are taken in the order of their pairs (i, j), {@code i < j}, so there is one such tree.
 *
 * @param order variables from the root, variable 0, each after its parent [N]
 * @param parent of each variable [N]; -1 for the root
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CorrelationTree(int[] order, int[] parent) {
    /** Of all variables, by Prim's method: N^2 steps. */
    static CorrelationTree of(CorrelationMatrix r) {
        int n = r.variables();
        int[] parent = new int[n];
        int[] order = new int[n];
        boolean[] inside = new boolean[n];
        Arrays.fill(parent, -1);
        int added = 0;
        for (int i = 0; i < n; i++) {
            order[i] = added;
            inside[added] = true;
            int next = -1;
            for (int v = 0; v < n; v++) {
                if (!inside[v]) {
                    if (parent[v] < 0 || stronger(r, added, v, parent[v], v)) {
                        parent[v] = added;
                    }
                    if (next < 0 || stronger(r, parent[v], v, parent[next], next)) {
                        next = v;
                    }
                }
            }
            added = next;
        }
        return new CorrelationTree(order, parent);
    }

    /** Whether the pair a, b comes before c, d. */
    private static boolean stronger(CorrelationMatrix r, int a, int b, int c, int d) {
        int byStrength = Double.compare(Math.abs(r.get(c, d)), Math.abs(r.get(a, b)));
        if (byStrength != 0) {
            return byStrength < 0;
        }
        int byFirst = Integer.compare(Math.min(a, b), Math.min(c, d));
        return byFirst != 0 ? byFirst < 0 : Math.max(a, b) < Math.max(c, d);
    }
}
