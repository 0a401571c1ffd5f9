package org.oinfo.statistics.surrogate;

import java.util.Arrays;

/**
 * Correlations of variables whose samples are rearranged together with variables whose samples are not: m_ax = sum over t of
 * z_a(order[t]) z_x(t) / sqrt(sum z_a^2 sum z_x^2).
 *
 * <p>Products run along a row of samples, one x a lane of what the compiler makes vector code of, each a chain of fused
 * multiply-adds, so the bits are the same everywhere. One instance serves one thread; the rows are shared.
 */
final class RearrangedCorrelations {
    /** Samples whose rows stay in the cache while all a pass over them, a multiple of 4. */
    private static final int CHUNK = 64;

    /** Scores by samples. */
    static final class Rows {
        /** z [T rounded up to a multiple of 4][n], the last rows 0. */
        private final double[][] z;

        private final int samples;
        private final double[] norms;

        /** Of columns [n][T]. */
        Rows(double[][] columns) {
            samples = columns[0].length;
            z = new double[(samples + 3) / 4 * 4][columns.length];
            norms = new double[columns.length];
            for (int v = 0; v < columns.length; v++) {
                double sum = 0;
                for (int t = 0; t < samples; t++) {
                    double value = columns[v][t];
                    z[t][v] = value;
                    sum = Math.fma(value, value, sum);
                }
                norms[v] = Math.sqrt(sum);
            }
        }
    }

    private final Rows rows;
    private final int[] rearranged;
    /** m by variable a; null where a is never rearranged. */
    private final double[][] m;

    /**
     * For some rearranged variables.
     *
     * @param rearranged the variables a, ascending
     */
    RearrangedCorrelations(Rows rows, int[] rearranged) {
        this.rows = rows;
        this.rearranged = rearranged;
        this.m = new double[rows.norms.length][0];
        for (int a : rearranged) {
            m[a] = new double[rows.norms.length];
        }
    }

    /** Number of variables n. */
    int variables() {
        return m.length;
    }

    /** m_ax of the last rearrangement. */
    double get(int a, int x) {
        return m[a][x];
    }

    /** Sample t of the variables a becomes sample order[t] of the data. */
    void rearrange(int[] order) {
        for (int a : rearranged) {
            Arrays.fill(m[a], 0);
        }
        int length = rows.z.length;
        for (int chunk = 0; chunk < length; chunk += CHUNK) {
            int end = Math.min(length, chunk + CHUNK);
            for (int a : rearranged) {
                for (int t = chunk; t < end; t += 4) {
                    add(rows.z, t, a, order, m[a]);
                }
            }
        }
        for (int a : rearranged) {
            for (int x = 0; x < m.length; x++) {
                m[a][x] = Math.clamp(m[a][x] / (rows.norms[a] * rows.norms[x]), -1, 1);
            }
        }
    }

    private void add(double[][] z, int t, int a, int[] order, double[] sums) {
        double a0 = value(a, t, order);
        double a1 = value(a, t + 1, order);
        double a2 = value(a, t + 2, order);
        double a3 = value(a, t + 3, order);
        multiplyAdd(z[t], z[t + 1], z[t + 2], z[t + 3], a0, a1, a2, a3, sums);
    }

    private double value(int a, int t, int[] order) {
        return t < rows.samples ? rows.z[order[t]][a] : 0;
    }

    /** All arrays are indexed alike, which lets the compiler vectorise. */
    private static void multiplyAdd(
            double[] z0,
            double[] z1,
            double[] z2,
            double[] z3,
            double a0,
            double a1,
            double a2,
            double a3,
            double[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = Math.fma(a3, z3[x], Math.fma(a2, z2[x], Math.fma(a1, z1[x], Math.fma(a0, z0[x], sums[x]))));
        }
    }
}
