package org.oinfo.search.anneal;

import java.util.stream.IntStream;
import org.oinfo.kernels.CorrelationMatrix;

/** Omega from its definition: k + 1 entropies of Gaussian variables, each from a log-determinant. */
final class Defined {
    private Defined() {}

    /** (k-2) H(X) + sum_i [H(X_i) - H(X_-i)], nats; not for singular n-plets. */
    static double omega(CorrelationMatrix r, int... nplet) {
        int k = nplet.length;
        double sum = (k - 2) * halfLogDeterminant(r, nplet, -1);
        for (int i = 0; i < k; i++) {
            sum -= halfLogDeterminant(r, nplet, i);
        }
        return sum;
    }

    /** Of the n-plet without the member at a position, by elimination with pivots; what is common to all entropies is left out. */
    private static double halfLogDeterminant(CorrelationMatrix r, int[] nplet, int without) {
        int[] rest = IntStream.range(0, nplet.length)
                .filter(i -> i != without)
                .map(i -> nplet[i])
                .toArray();
        int k = rest.length;
        double[][] a = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = r.get(rest[i], rest[j]);
            }
        }
        double sum = 0;
        for (int c = 0; c < k; c++) {
            int pivot = c;
            for (int i = c + 1; i < k; i++) {
                if (Math.abs(a[i][c]) > Math.abs(a[pivot][c])) {
                    pivot = i;
                }
            }
            double[] row = a[pivot];
            a[pivot] = a[c];
            a[c] = row;
            sum += Math.log(Math.abs(row[c]));
            for (int i = c + 1; i < k; i++) {
                double factor = a[i][c] / row[c];
                for (int j = c; j < k; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        return sum / 2;
    }
}
