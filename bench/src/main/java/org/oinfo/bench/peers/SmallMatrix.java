package org.oinfo.bench.peers;

import org.oinfo.kernels.CorrelationMatrix;

/** The steps of every peer before and after its factorisation. */
final class SmallMatrix {
    private SmallMatrix() {}

    /** Copies R_S, whole and row-major [k*k], to {@code a}. */
    static void gather(CorrelationMatrix r, int[] nplets, int offset, int k, double[] a) {
        double[] source = r.array();
        for (int i = 0; i < k; i++) {
            int row = nplets[offset + i] * r.variables();
            for (int j = 0; j < k; j++) {
                a[i * k + j] = source[row + nplets[offset + j]];
            }
        }
    }

    /** Writes TC, DTC, Omega and S, in nats, from |R_S| and the product of the diagonal of its inverse: two logarithms. */
    static void write(double determinant, double precisions, double[] out, int offset) {
        double logDet = Math.log(determinant);
        double logPrecisions = Math.log(precisions);
        out[offset] = -0.5 * logDet;
        out[offset + 1] = 0.5 * (logDet + logPrecisions);
        out[offset + 2] = -logDet - 0.5 * logPrecisions;
        out[offset + 3] = 0.5 * logPrecisions;
    }
}
