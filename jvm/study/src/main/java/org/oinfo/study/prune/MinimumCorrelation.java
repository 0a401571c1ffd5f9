package org.oinfo.study.prune;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * The group of a size with the smallest total correlation, {@code TC = -1/2 ln det R_S}: the most independent neurons. To make the
 * determinant of a submatrix largest is the maximum-entropy sampling problem (Fampa and Lee, arXiv 2507.05066).
 *
 * <p>A greedy group begins with the pair that correlates least and takes the variable of largest variance given those before; single
 * exchanges follow while they help. Branch and bound then goes through the other groups: a branch takes or leaves a variable, and
 * ends where its determinant times the largest variances that are left, given what it took (Hadamard's inequality), is no
 * larger than the best. It gives up after a certain number of branches.
 *
 * @param positions of the variables, ascending
 * @param logDeterminant ln det R_S, nats
 * @param proven whether every group was gone through or excluded, up to rounding
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record MinimumCorrelation(int[] positions, double logDeterminant, boolean proven) {
    /** Numbers that all branches together may change: a fifth of a second. */
    private static final double WORK = 1e8;
    /** Determinants that differ by less are equal. */
    private static final double EQUAL = 1e-10;

    /**
     * Seeks the group.
     *
     * @param size from 2 to the number of variables
     */
    static MinimumCorrelation of(CorrelationMatrix r, int size) {
        int[] best = exchanged(r, greedy(r, size));
        Search search = new Search(r.variables(), size, best, logDeterminant(r, best));
        search.branch(new Residual(rows(r)), IntStream.range(0, r.variables()).toArray(), new int[0], 0);
        int[] found = search.best.clone();
        Arrays.sort(found);
        return new MinimumCorrelation(found, search.bestLogDeterminant, search.left > 0);
    }

    private static double[][] rows(CorrelationMatrix r) {
        double[][] rows = new double[r.variables()][r.variables()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = r.get(i, j);
            }
        }
        return rows;
    }

    private static int[] greedy(CorrelationMatrix r, int size) {
        int[] group = new int[size];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < r.variables(); i++) {
            for (int j = i + 1; j < r.variables(); j++) {
                if (Math.abs(r.get(i, j)) < least) {
                    least = Math.abs(r.get(i, j));
                    group[0] = i;
                    group[1] = j;
                }
            }
        }
        Residual residual = new Residual(rows(r));
        residual.take(group[0]);
        residual.take(group[1]);
        for (int k = 2; k < size; k++) {
            group[k] = largest(residual, r.variables(), Arrays.copyOf(group, k));
            residual.take(group[k]);
        }
        return group;
    }

    /** The variable with the largest variance left, of those not taken. */
    private static int largest(Residual residual, int variables, int[] taken) {
        int largest = -1;
        for (int i = 0; i < variables; i++) {
            int variable = i;
            boolean free = Arrays.stream(taken).noneMatch(t -> t == variable);
            if (free && (largest < 0 || residual.share(i) > residual.share(largest))) {
                largest = i;
            }
        }
        return largest;
    }

    /** Lets every member in turn make room for the best of all, until none changes. */
    private static int[] exchanged(CorrelationMatrix r, int[] start) {
        int[] group = start.clone();
        boolean changed = true;
        for (int round = 0; changed && round < r.variables(); round++) {
            changed = false;
            for (int k = 0; k < group.length; k++) {
                Residual residual = new Residual(rows(r));
                int[] others = new int[group.length - 1];
                System.arraycopy(group, 0, others, 0, k);
                System.arraycopy(group, k + 1, others, k, group.length - k - 1);
                Arrays.stream(others).forEach(residual::take);
                int better = largest(residual, r.variables(), others);
                if (residual.share(better) > residual.share(group[k]) * (1 + EQUAL)) {
                    group[k] = better;
                    changed = true;
                }
            }
        }
        return group;
    }

    private static double logDeterminant(CorrelationMatrix r, int[] group) {
        Residual residual = new Residual(rows(r));
        double sum = 0;
        for (int variable : group) {
            sum += Math.log(residual.variance(variable));
            residual.take(variable);
        }
        return sum;
    }

    /** Branch and bound. */
    private static final class Search {
        private final int size;
        private int[] best;
        private double bestLogDeterminant;
        /** Branches that may still be entered. */
        private long left;

        Search(int variables, int size, int[] best, double logDeterminant) {
            this.size = size;
            this.best = best;
            this.bestLogDeterminant = logDeterminant;
            this.left = (long) (WORK / variables / variables);
        }

        /**
         * Goes through the groups that hold some variables.
         *
         * @param free variables that may join
         */
        void branch(Residual residual, int[] free, int[] taken, double logDeterminant) {
            if (taken.length == size) {
                if (logDeterminant > bestLogDeterminant) {
                    bestLogDeterminant = logDeterminant;
                    best = taken;
                }
                return;
            }
            int[] order = Arrays.stream(free)
                    .boxed()
                    .sorted((a, b) -> Double.compare(residual.variance(b), residual.variance(a)))
                    .mapToInt(i -> i)
                    .toArray();
            for (int first = 0; order.length - first >= size - taken.length; first++) {
                double bound = logDeterminant;
                for (int i = first; i < first + size - taken.length; i++) {
                    bound += Math.log(residual.variance(order[i]));
                }
                // Later ones have smaller variances still.
                if (!(bound > bestLogDeterminant + EQUAL) || left <= 0) {
                    return;
                }
                left--;
                Residual given = residual.copy();
                given.take(order[first]);
                int[] more = Arrays.copyOf(taken, taken.length + 1);
                more[taken.length] = order[first];
                branch(
                        given,
                        Arrays.copyOfRange(order, first + 1, order.length),
                        more,
                        logDeterminant + Math.log(residual.variance(order[first])));
            }
        }
    }
}
