package org.oinfo.scan.verify;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CompensatedSums;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Sums of det R_S over ranges of n-plets by plain elimination, the last two members at once: D_A times the sum of the 2 x 2 minors of the
 * conditional covariances given the first k-2 members A. It shares no line with any kernel. Prefixes that are nearly singular are gone
 * through n-plet by n-plet, by the canonical routine's determinant.
 */
final class PlainDeterminants {
    private final int n;
    private final int depth;
    private final Combinations combinations;
    private final Canonical canonical;
    /** Conditional covariances given the first m members, columns beyond the last of them [m][N*N]. */
    private final double[][] covariances;

    private final double[] determinants;
    /** By the last member: conditional variances and sums of minors [N]. */
    private final double[] variances;

    private final double[] sums;

    private final int[] nplet;
    private final int[] before;
    private final int[] each;

    PlainDeterminants(CorrelationMatrix r, int order) {
        n = r.variables();
        depth = order - 2;
        combinations = new Combinations(n, order);
        canonical = new Canonical(r);
        covariances = new double[depth + 1][];
        covariances[0] = r.array();
        for (int m = 1; m <= depth; m++) {
            covariances[m] = new double[n * n];
        }
        determinants = new double[depth + 1];
        determinants[0] = 1;
        variances = new double[n];
        sums = new double[n];
        nplet = new int[order];
        before = new int[order];
        each = new int[order];
    }

    /** Sum over ranks in [from, to), both where the first k-2 members change. */
    double sum(long from, long to) {
        CompensatedSums sum = new CompensatedSums(1);
        for (long rank = from; rank < to; ) {
            System.arraycopy(nplet, 0, before, 0, depth);
            combinations.unrank(rank, nplet);
            int first = depth == 0 ? 0 : nplet[depth - 1] + 1;
            long next = rank + combinations.choose(n - first, 2);
            if (moveTo(rank == from ? 0 : common())) {
                sum.add(0, determinants[depth] * minors(first));
            } else {
                oneByOne(next - rank, sum);
            }
            rank = next;
        }
        return sum.value(0);
    }

    /** Leading members that the current prefix shares with the one before. */
    private int common() {
        int same = 0;
        while (same < depth && before[same] == nplet[same]) {
            same++;
        }
        return same;
    }

    private boolean moveTo(int kept) {
        for (int m = kept; m < depth; m++) {
            int p = nplet[m];
            double pivot = covariances[m][p * n + p];
            determinants[m + 1] = determinants[m] * pivot;
            if (!(determinants[m] > 0) || !(pivot >= Canonical.GUARD)) {
                determinants[m + 1] = 0;
                continue;
            }
            for (int j = p + 1; j < n; j++) {
                eliminate(covariances[m], covariances[m + 1], p, j, -covariances[m][p * n + j] / pivot);
            }
        }
        return determinants[depth] > 0;
    }

    private void eliminate(double[] from, double[] to, int p, int j, double factor) {
        int pivot = p * n;
        int row = j * n;
        for (int l = j; l < n; l++) {
            to[row + l] = Math.fma(factor, from[pivot + l], from[row + l]);
        }
    }

    /** Sum of the 2 x 2 minors of the variables from the first one on. */
    private double minors(int first) {
        double[] s = covariances[depth];
        for (int l = first; l < n; l++) {
            variances[l] = s[l * n + l];
            sums[l] = 0;
        }
        for (int j = first; j < n; j++) {
            addMinors(s, j);
        }
        double total = 0;
        for (int l = first; l < n; l++) {
            total += sums[l];
        }
        return total;
    }

    private void addMinors(double[] s, int j) {
        double own = variances[j];
        int row = j * n;
        for (int l = j + 1; l < n; l++) {
            sums[l] += own * variances[l] - s[row + l] * s[row + l];
        }
    }

    private void oneByOne(long nplets, CompensatedSums sum) {
        System.arraycopy(nplet, 0, each, 0, nplet.length);
        for (long i = 0; i < nplets; i++) {
            sum.add(0, canonical.determinant(each, 0, each.length));
            combinations.next(each);
        }
    }
}
