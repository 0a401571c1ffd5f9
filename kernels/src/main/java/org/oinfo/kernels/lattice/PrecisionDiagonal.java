package org.oinfo.kernels.lattice;

import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;

/** Diagonal of the inverse of the correlations of some variables: P_ii = 1 / Var(X_i | the others). */
final class PrecisionDiagonal {
    private final double[] r;
    private final int n;
    /** Lower triangle of L, then of L^-1 [N*N]. */
    private final double[] l;

    private final double[] diagonal;

    PrecisionDiagonal(CorrelationMatrix matrix) {
        n = matrix.variables();
        r = matrix.array();
        l = new double[n * n];
        diagonal = new double[n];
    }

    /**
     * Inverts the correlations of the first {@code count} of {@code variables}.
     *
     * @return whether every conditional variance is at least {@link Canonical#GUARD}
     */
    boolean of(int[] variables, int count) {
        boolean factored = true;
        for (int i = 0; i < count; i++) {
            diagonal[i] = Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < count; i++) {
            double pivot = 1;
            for (int j = 0; j < i; j++) {
                double v = r[variables[i] * n + variables[j]];
                for (int t = 0; t < j; t++) {
                    v -= l[i * n + t] * l[j * n + t];
                }
                v /= l[j * n + j];
                l[i * n + j] = v;
                pivot -= v * v;
            }
            if (!(pivot >= Canonical.GUARD)) {
                // This one, and whoever determines it: without an inverse the first is as good to split at as any.
                factored = false;
                break;
            }
            l[i * n + i] = Math.sqrt(pivot);
            diagonal[i] = 1 / pivot;
        }
        return factored && invert(count);
    }

    private boolean invert(int count) {
        boolean sound = true;
        for (int j = 0; j < count; j++) {
            l[j * n + j] = 1 / l[j * n + j];
            double sum = l[j * n + j] * l[j * n + j];
            for (int i = j + 1; i < count; i++) {
                double v = 0;
                for (int t = j; t < i; t++) {
                    v -= l[i * n + t] * l[t * n + j];
                }
                v /= l[i * n + i];
                l[i * n + j] = v;
                sum += v * v;
            }
            diagonal[j] = sum;
            sound &= sum <= 1 / Canonical.GUARD;
        }
        return sound;
    }

    /** Position in [from, to) of the largest P_ii. */
    int largest(int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            if (diagonal[i] > diagonal[best]) {
                best = i;
            }
        }
        return best;
    }
}
