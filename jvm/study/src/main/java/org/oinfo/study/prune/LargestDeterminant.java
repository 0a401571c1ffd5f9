package org.oinfo.study.prune;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * The group of a size whose covariances C have the largest determinant: the maximum-entropy sampling problem (Fampa and Lee,
 * arXiv 2507.05066). Gaussian variables have the joint entropy {@code k/2 ln(2 pi e) + 1/2 ln det C_S}; where C is a matrix of
 * correlations, {@code -1/2 ln det C_S} is the total correlation, so that the group is the most independent one.
 *
 * <p>A greedy group begins with the best pair and takes the variable of largest variance given those before; single exchanges
 * follow while they help. Branch and bound then goes through the other groups: a branch takes or leaves a variable, and
 * ends where its determinant times the largest variances that are left, given what it took (Hadamard's inequality), is no
 * larger than the best. It gives up after a certain number of branches.
 *
 * @param positions of the variables, ascending
 * @param logDeterminant ln det C_S
 * @param proven whether every group was gone through or excluded, up to rounding
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record LargestDeterminant(int[] positions, double logDeterminant, boolean proven) {
    /** Numbers that all branches together may change: a fifth of a second. */
    private static final double WORK = 1e8;
    /** Determinants that differ by less are equal. */
    private static final double EQUAL = 1e-10;

    /** The group of smallest total correlation; see {@link #of(double[][], int)}. */
    static LargestDeterminant of(CorrelationMatrix r, int size) {
        double[][] rows = new double[r.variables()][r.variables()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = r.get(i, j);
            }
        }
        return of(rows, size);
    }

    /**
     * Seeks the group.
     *
     * @param covariance of variables that vary
     * @param size from 1 to their number
     */
    static LargestDeterminant of(double[][] covariance, int size) {
        int variables = covariance.length;
        Residual whole = new Residual(covariance);
        int[] best = exchanged(whole, variables, greedy(whole, variables, size));
        Search search = new Search(variables, size, best, logDeterminant(whole, best));
        search.branch(whole, IntStream.range(0, variables).toArray(), new int[0], 0);
        int[] found = search.best.clone();
        Arrays.sort(found);
        return new LargestDeterminant(found, search.bestLogDeterminant, search.left > 0);
    }

    private static Residual given(Residual whole, int... taken) {
        Residual residual = whole.copy();
        Arrays.stream(taken).forEach(residual::take);
        return residual;
    }

    private static int[] greedy(Residual whole, int variables, int size) {
        int[] group = Arrays.copyOf(pair(whole, variables), size);
        Residual residual = given(whole, Arrays.copyOf(group, Math.min(2, size)));
        for (int k = 2; k < size; k++) {
            group[k] = largest(residual, variables, Arrays.copyOf(group, k));
            residual.take(group[k]);
        }
        return group;
    }

    /** The pair with the largest determinant; of equal ones the first. */
    private static int[] pair(Residual whole, int variables) {
        int[] pair = {0, 1};
        double most = -1;
        for (int i = 0; i < variables; i++) {
            for (int j = i + 1; j < variables; j++) {
                double determinant = whole.variance(i) * whole.variance(j, i);
                if (determinant > most) {
                    most = determinant;
                    pair = new int[] {i, j};
                }
            }
        }
        return pair;
    }

    /** The variable with the largest variance left, of those not taken. */
    private static int largest(Residual residual, int variables, int[] taken) {
        int largest = -1;
        for (int i = 0; i < variables; i++) {
            int variable = i;
            boolean free = Arrays.stream(taken).noneMatch(t -> t == variable);
            if (free && (largest < 0 || residual.variance(i) > residual.variance(largest))) {
                largest = i;
            }
        }
        return largest;
    }

    /** Lets every member in turn make room for the best of all, until none changes. */
    private static int[] exchanged(Residual whole, int variables, int[] start) {
        int[] group = start.clone();
        boolean changed = true;
        for (int round = 0; changed && round < variables; round++) {
            changed = false;
            for (int k = 0; k < group.length; k++) {
                int[] others = new int[group.length - 1];
                System.arraycopy(group, 0, others, 0, k);
                System.arraycopy(group, k + 1, others, k, group.length - k - 1);
                Residual residual = given(whole, others);
                int better = largest(residual, variables, others);
                if (residual.variance(better) > residual.variance(group[k]) * (1 + EQUAL)) {
                    group[k] = better;
                    changed = true;
                }
            }
        }
        return group;
    }

    private static double logDeterminant(Residual whole, int[] group) {
        Residual residual = whole.copy();
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
