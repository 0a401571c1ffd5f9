package org.oinfo.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** N-plets written out one after the other, by the plainest means. */
final class Nplets {
    private Nplets() {}

    /** {0, .., k-1}. */
    static int[] first(int k) {
        return IntStream.range(0, k).toArray();
    }

    /** Every n-plet of an order in lexicographic order: the position in the list is the rank. */
    static List<int[]> all(int variables, int order) {
        List<int[]> found = new ArrayList<>();
        extend(new int[0], variables, order, found);
        return found;
    }

    /** Up to {@code count} n-plets in lexicographic order, from a given one on. */
    static List<int[]> from(int[] first, int variables, int count) {
        List<int[]> found = new ArrayList<>();
        int[] nplet = first.clone();
        int order = nplet.length;
        int raised = 0;
        while (raised >= 0 && found.size() < count) {
            found.add(nplet.clone());
            raised = order - 1;
            while (raised >= 0 && nplet[raised] == variables - order + raised) {
                raised--;
            }
            for (int i = raised; i >= 0 && i < order; i++) {
                nplet[i] = i == raised ? nplet[i] + 1 : nplet[i - 1] + 1;
            }
        }
        return found;
    }

    private static void extend(int[] prefix, int variables, int order, List<int[]> found) {
        if (prefix.length == order) {
            found.add(prefix);
            return;
        }
        int from = prefix.length == 0 ? 0 : prefix[prefix.length - 1] + 1;
        for (int next = from; next <= variables - (order - prefix.length); next++) {
            extend(DefinitionReference.union(prefix, next), variables, order, found);
        }
    }
}
