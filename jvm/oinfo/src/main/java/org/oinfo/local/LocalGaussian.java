package org.oinfo.local;

import java.util.Arrays;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * The Gaussian model of one n-plet, and what it says about single samples z [k] of unit variance.
 *
 * <p>With h(x) = -ln p(x), P = R_S^-1, q = z^T P z and w = P z, the entropies of the definition need no model of a subset:
 * h(x_-i) has the log-determinant ln|R_S| + ln P_ii and the form q - w_i^2 / P_ii. So
 *
 * <pre>  tc(x)  = sum_i h(x_i) - h(x)              = TC  + 1/2 (sum_i z_i^2 - q)
 *  dtc(x) = sum_i h(x_-i) - (k-1) h(x)       = DTC + 1/2 (q - sum_i w_i^2 / P_ii)</pre>
 *
 * <p>and Omega and S are their difference and sum. Over samples whose covariance (divisor T) is R_S the means of z_i^2, q and
 * w_i^2 / P_ii are 1, k and 1: the means of the local values are the measures of the n-plet.
 *
 * <p>Immutable; each thread brings scratch memory of its own.
 */
final class LocalGaussian {
    /** Number of samples worked on together. */
    static final int CHUNK = 256;

    private final int[] nplet;
    private final Measures measures;
    /** L^-1 without its unit diagonal [k*k] row-major, R_S = L diag(d) L^T. */
    private final double[] inverse;
    /** 1/d [k] and 1/P_ii [k]. */
    private final double[] inversePivots;

    private final double[] variances;

    /** The model of an n-plet of positions in a matrix. */
    LocalGaussian(CorrelationMatrix matrix, int[] nplet) {
        this.nplet = nplet.clone();
        int k = nplet.length;
        Canonical canonical = new Canonical(matrix);
        canonical.score(nplet, 0, k);
        measures = new Measures(
                canonical.tc(), canonical.dtc(), canonical.tc() - canonical.dtc(), canonical.tc() + canonical.dtc());
        inverse = new double[k * k];
        inversePivots = new double[k];
        variances = new double[k];
        if (!singular()) {
            factor(matrix);
            invert();
        }
    }

    private void factor(CorrelationMatrix matrix) {
        int k = nplet.length;
        for (int a = 0; a < k; a++) {
            double pivot = 1;
            for (int b = 0; b < a; b++) {
                double v = matrix.get(nplet[a], nplet[b]);
                for (int c = 0; c < b; c++) {
                    v -= inverse[a * k + c] * inverse[b * k + c] / inversePivots[c];
                }
                inverse[a * k + b] = v * inversePivots[b];
                pivot -= v * v * inversePivots[b];
            }
            inversePivots[a] = 1 / pivot;
        }
    }

    /** L becomes L^-1, row by row: row a needs the rows above it already inverted. */
    private void invert() {
        int k = nplet.length;
        double[] precision = inversePivots.clone();
        for (int a = 1; a < k; a++) {
            for (int b = 0; b < a; b++) {
                double v = -inverse[a * k + b];
                for (int c = b + 1; c < a; c++) {
                    v -= inverse[a * k + c] * inverse[c * k + b];
                }
                inverse[a * k + b] = v;
                precision[b] += v * v * inversePivots[a];
            }
        }
        for (int a = 0; a < k; a++) {
            variances[a] = 1 / precision[a];
        }
    }

    boolean singular() {
        return measures.singular();
    }

    int order() {
        return nplet.length;
    }

    /** Positions of its variables. */
    int[] nplet() {
        return nplet.clone();
    }

    /** The measures of the whole n-plet. */
    Measures measures() {
        return measures;
    }

    /** Scratch memory of a thread: values by variable, each of {@link #CHUNK} samples. */
    static final class Scratch {
        private final double[][] z;
        private final double[][] u;
        private final double[] w = new double[CHUNK];
        private final double[] squares = new double[CHUNK];
        private final double[] form = new double[CHUNK];
        private final double[] parts = new double[CHUNK];

        Scratch(int largestOrder) {
            z = new double[largestOrder][CHUNK];
            u = new double[largestOrder][CHUNK];
        }
    }

    /**
     * Local TC, DTC, Omega and S of some samples; four NaN for each where the n-plet is singular.
     *
     * @param columns centred scores [N][T]
     * @param scales 1 / standard deviation [N]
     * @param from first sample
     * @param count number of samples, at most {@link #CHUNK}
     * @param out those of sample from + s go to [at + s*stride ..]
     */
    void values(
            double[][] columns,
            double[] scales,
            int from,
            int count,
            Scratch scratch,
            double[] out,
            int at,
            int stride) {
        if (!singular()) {
            forms(columns, scales, from, count, scratch);
        }
        for (int s = 0; s < count; s++) {
            double localTc = measures.tc() + 0.5 * (scratch.squares[s] - scratch.form[s]);
            double localDtc = measures.dtc() + 0.5 * (scratch.form[s] - scratch.parts[s]);
            int target = at + s * stride;
            out[target] = localTc;
            out[target + 1] = localDtc;
            out[target + 2] = localTc - localDtc;
            out[target + 3] = localTc + localDtc;
        }
    }

    /** sum_i z_i^2, q and sum_i w_i^2 / P_ii of each sample. */
    private void forms(double[][] columns, double[] scales, int from, int count, Scratch scratch) {
        int k = nplet.length;
        for (int i = 0; i < k; i++) {
            double[] column = columns[nplet[i]];
            double scale = scales[nplet[i]];
            double[] z = scratch.z[i];
            for (int s = 0; s < count; s++) {
                z[s] = column[from + s] * scale;
            }
        }
        Arrays.fill(scratch.squares, 0);
        Arrays.fill(scratch.form, 0);
        Arrays.fill(scratch.parts, 0);
        for (int r = 0; r < k; r++) {
            whiten(r, count, scratch);
        }
        for (int i = 0; i < k; i++) {
            project(i, count, scratch);
        }
    }

    /** u_r = (L^-1 z)_r / d_r, and its part of q. */
    private void whiten(int r, int count, Scratch scratch) {
        double[] w = scratch.w;
        double[] z = scratch.z[r];
        System.arraycopy(z, 0, w, 0, count);
        for (int c = 0; c < r; c++) {
            double factor = inverse[r * nplet.length + c];
            double[] other = scratch.z[c];
            for (int s = 0; s < count; s++) {
                w[s] += factor * other[s];
            }
        }
        double[] u = scratch.u[r];
        double inversePivot = inversePivots[r];
        for (int s = 0; s < count; s++) {
            u[s] = w[s] * inversePivot;
            scratch.form[s] += w[s] * u[s];
            scratch.squares[s] += z[s] * z[s];
        }
    }

    /** w_i = sum_{r>=i} (L^-1)_ri u_r, and its part of sum_i w_i^2 / P_ii. */
    private void project(int i, int count, Scratch scratch) {
        int k = nplet.length;
        double[] w = scratch.w;
        System.arraycopy(scratch.u[i], 0, w, 0, count);
        for (int r = i + 1; r < k; r++) {
            double factor = inverse[r * k + i];
            double[] u = scratch.u[r];
            for (int s = 0; s < count; s++) {
                w[s] += factor * u[s];
            }
        }
        double variance = variances[i];
        for (int s = 0; s < count; s++) {
            scratch.parts[s] += w[s] * w[s] * variance;
        }
    }
}
