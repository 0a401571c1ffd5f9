package org.oinfo.local;

import java.util.Arrays;
import java.util.List;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/**
 * Derivatives of the O-information of given n-plets by the correlations of their members, nats: how much Omega changes, to first order,
 * with one correlation r_ij while all others stay.
 *
 * <pre>  Omega = -ln det R_S - 1/2 sum_m ln P_mm,   P = R_S^-1
 *  d Omega / d r_ij = -2 P_ij + sum_m P_mi P_mj / P_mm</pre>
 *
 * <p>From d ln det R / d r_ij = 2 P_ij and d P = -P (dR) P. Of a pair it is 0, as Omega is. It is large where the n-plet is nearly
 * singular: then a small error of the correlation is a large one of Omega. A bias correction does not depend on correlations. A
 * singular n-plet has NaN. Accuracy: relative to the largest P_ii, a few units in the last place times k. The result does not depend on
 * threads.
 */
public final class CorrelationGradients {
    private final CorrelationMatrix matrix;

    /** Of Gaussian variables with these correlations. */
    public CorrelationGradients(CorrelationMatrix matrix) {
        this.matrix = matrix;
    }

    /**
     * The derivatives of each n-plet.
     *
     * @param nplets each ascending without repeats, of variables of the matrix; order 2 or more
     * @return [n][k(k-1)/2]: by the correlations of the pairs of members in lexicographic order, (0,1), (0,2), .., (1,2), ..
     */
    public double[][] of(List<int[]> nplets, Workers workers) {
        double[][] out = new double[nplets.size()][];
        workers.run(out.length, () -> {
            Canonical canonical = new Canonical(matrix);
            return n -> out[n] = of(nplets.get(n), canonical);
        });
        return out;
    }

    private double[] of(int[] nplet, Canonical canonical) {
        int k = nplet.length;
        double[] out = new double[k * (k - 1) / 2];
        if (!canonical.score(nplet, 0, k)) {
            Arrays.fill(out, Double.NaN);
            return out;
        }
        double[][] p = precision(nplet);
        int at = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                double sum = -2 * p[i][j];
                for (int m = 0; m < k; m++) {
                    sum = Math.fma(p[m][i] / p[m][m], p[m][j], sum);
                }
                out[at++] = sum;
            }
        }
        return out;
    }

    /** P = W^T W, where W = L^-1 and R_S = L L^T. */
    private double[][] precision(int[] nplet) {
        int k = nplet.length;
        double[][] l = new double[k][k];
        double[][] w = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 : matrix.get(nplet[i], nplet[j]);
                for (int t = 0; t < j; t++) {
                    sum = Math.fma(-l[i][t], l[j][t], sum);
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? 1 : 0;
                for (int t = j; t < i; t++) {
                    sum = Math.fma(-l[i][t], w[t][j], sum);
                }
                w[i][j] = sum / l[i][i];
            }
        }
        double[][] p = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int t = i; t < k; t++) {
                    sum = Math.fma(w[t][i], w[t][j], sum);
                }
                p[i][j] = sum;
                p[j][i] = sum;
            }
        }
        return p;
    }
}
