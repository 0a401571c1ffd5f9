package org.oinfo.search;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.oinfo.kernels.CorrelationMatrix;

/** Omega of Gaussian variables by its definition from k+1 entropies, with no regard for speed. */
public final class Definition {
    private Definition() {}

    /** (k-2) H(X) + sum_i [H(X_i) - H(X_-i)], nats; NaN when singular. */
    public static double omega(CorrelationMatrix r, int... nplet) {
        int k = nplet.length;
        // What a constant adds to each entropy cancels.
        double omega = (k - 2) * entropy(r, nplet);
        for (int i = 0; i < k; i++) {
            int left = i;
            int[] others = IntStream.range(0, k)
                    .filter(j -> j != left)
                    .map(j -> nplet[j])
                    .toArray();
            omega -= entropy(r, others);
        }
        return omega;
    }

    /** The n-plet with the variable added. */
    public static int[] with(int[] nplet, int variable) {
        return IntStream.concat(Arrays.stream(nplet), IntStream.of(variable))
                .sorted()
                .toArray();
    }

    /** 1/2 ln det by Gaussian elimination with row exchange. */
    private static double entropy(CorrelationMatrix r, int[] nplet) {
        int k = nplet.length;
        double[][] a = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = r.get(nplet[i], nplet[j]);
            }
        }
        double logDet = 0;
        for (int c = 0; c < k; c++) {
            int pivot = c;
            for (int i = c + 1; i < k; i++) {
                pivot = Math.abs(a[i][c]) > Math.abs(a[pivot][c]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[c];
            a[c] = row;
            logDet += Math.log(Math.abs(row[c]));
            for (int i = c + 1; i < k; i++) {
                double factor = a[i][c] / row[c];
                for (int j = c; j < k; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        return logDet / 2;
    }
}
