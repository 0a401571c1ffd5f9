package org.oinfo.bench.peers;

import org.oinfo.kernels.CorrelationMatrix;

/**
 * The closed form in plain Java, one n-plet at a time: one factorisation R_S = L diag(d) L^T without square roots, the
 * diagonal of the inverse from L^-1, one logarithm.
 *
 * <pre>  Omega = -ln|R_S| - 1/2 sum ln P_ii = -1/2 ln( prod d^2 * prod P_ii )</pre>
 *
 * <p>Allocates nothing; each n-plet from scratch. What a careful programmer writes who knows the closed form.
 */
public final class CholeskyScan extends RankedWalk {
    /** Scores n-plets of one order of {@code r}. */
    public CholeskyScan(CorrelationMatrix r, int order) {
        super(r, order);
    }

    @Override
    double omega() {
        double determinant = factor(nplet, order);
        invert();
        double precisions = 1;
        for (int i = 0; i < order; i++) {
            double p = inverse[i];
            for (int row = i + 1; row < order; row++) {
                double x = l[row * order + i];
                p += x * x * inverse[row];
            }
            precisions *= p;
        }
        return -0.5 * Math.log(determinant * determinant * precisions);
    }

    /** L^-1 over L, row by row. */
    private void invert() {
        for (int i = 1; i < order; i++) {
            for (int j = 0; j < i; j++) {
                double v = -l[i * order + j];
                for (int t = j + 1; t < i; t++) {
                    v -= l[i * order + t] * l[t * order + j];
                }
                l[i * order + j] = v;
            }
        }
    }
}
