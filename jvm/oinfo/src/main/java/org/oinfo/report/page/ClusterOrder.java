package org.oinfo.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * An order in which what is alike stands side by side: clusters are joined two by two, the pair of the least average distance first,
 * each turned so that its nearest ends meet.
 */
final class ClusterOrder {
    private ClusterOrder() {}

    /**
     * The order of so many things.
     *
     * @param distance [n][n], symmetric
     */
    static List<Integer> of(double[][] distance) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < distance.length; i++) {
            clusters.add(List.of(i));
        }
        while (clusters.size() > 1) {
            join(clusters, distance);
        }
        return clusters.isEmpty() ? List.of() : clusters.getFirst();
    }

    /** Joins the two that are nearest; of several the first. */
    private static void join(List<List<Integer>> clusters, double[][] distance) {
        double least = Double.POSITIVE_INFINITY;
        int first = 0;
        int second = 1;
        for (int i = 0; i < clusters.size(); i++) {
            for (int j = i + 1; j < clusters.size(); j++) {
                double between = average(clusters.get(i), clusters.get(j), distance);
                if (between < least) {
                    least = between;
                    first = i;
                    second = j;
                }
            }
        }
        List<Integer> right = clusters.remove(second);
        clusters.set(first, joined(clusters.get(first), right, distance));
    }

    private static double average(List<Integer> some, List<Integer> others, double[][] distance) {
        double sum = 0;
        for (int i : some) {
            for (int j : others) {
                sum += distance[i][j];
            }
        }
        return sum / (some.size() * others.size());
    }

    private static List<Integer> joined(List<Integer> left, List<Integer> right, double[][] distance) {
        List<Integer> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (List<Integer> before : List.of(left, left.reversed())) {
            for (List<Integer> after : List.of(right, right.reversed())) {
                double gap = distance[before.getLast()][after.getFirst()];
                if (gap < least) {
                    least = gap;
                    best = new ArrayList<>(before);
                    best.addAll(after);
                }
            }
        }
        return best;
    }
}
