package org.oinfo.kernels;

/**
 * det R_S by elimination whose next pivot is the largest conditional variance that is left, which stays backward stable however singular
 * R_S is: 0 where none is left that is positive. It shares no line with {@link Canonical}, so that a sum of determinants can
 * tell on it.
 *
 * <p>An instance holds scratch memory and belongs to one thread at a time.
 */
final class PivotedDeterminant {
    private final double[] r;
    private final int n;
    /** What is left of R_S [k*k]. */
    private double[] a = new double[0];

    PivotedDeterminant(CorrelationMatrix r) {
        this.r = r.array();
        this.n = r.variables();
    }

    double of(int[] nplets, int offset, int order) {
        if (a.length < order * order) {
            a = new double[order * order];
        }
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                a[i * order + j] = r[nplets[offset + i] * n + nplets[offset + j]];
            }
        }
        double determinant = 1;
        for (int step = 0; step < order; step++) {
            bringForward(step, order);
            double pivot = a[step * order + step];
            if (!(pivot > 0)) {
                return 0;
            }
            determinant *= pivot;
            eliminate(step, order);
        }
        return determinant;
    }

    /** Exchanges rows and columns so that the largest pivot comes next. */
    private void bringForward(int step, int order) {
        int largest = step;
        for (int i = step + 1; i < order; i++) {
            if (a[i * order + i] > a[largest * order + largest]) {
                largest = i;
            }
        }
        for (int i = step; i < order; i++) {
            swap(step * order + i, largest * order + i);
        }
        for (int i = step; i < order; i++) {
            swap(i * order + step, i * order + largest);
        }
    }

    private void swap(int i, int j) {
        double kept = a[i];
        a[i] = a[j];
        a[j] = kept;
    }

    private void eliminate(int step, int order) {
        double inverse = 1 / a[step * order + step];
        for (int i = step + 1; i < order; i++) {
            double factor = -a[i * order + step] * inverse;
            for (int j = i; j < order; j++) {
                a[i * order + j] = Math.fma(factor, a[step * order + j], a[i * order + j]);
                a[j * order + i] = a[i * order + j];
            }
        }
    }
}
