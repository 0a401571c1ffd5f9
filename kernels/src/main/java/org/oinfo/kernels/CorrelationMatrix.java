package org.oinfo.kernels;

/** Correlation matrix R [N*N], row-major, symmetric, unit diagonal. Immutable by contract: kernels read the array in place. */
public final class CorrelationMatrix {
    private final int variables;
    private final double[] r;

    private CorrelationMatrix(int variables, double[] r) {
        this.variables = variables;
        this.r = r;
    }

    /**
     * Wraps a matrix without copying; the caller must not write to it afterwards.
     *
     * @param variables N, at least 2
     * @param r [N*N] row-major; exactly symmetric, diagonal exactly 1, every value in [-1, 1]
     * @throws IllegalArgumentException one of these does not hold; the message says where
     */
    public static CorrelationMatrix wrap(int variables, double[] r) {
        if (variables < 2 || r.length != (long) variables * variables) {
            throw new IllegalArgumentException(
                    "a correlation matrix must be N x N with N >= 2: N=" + variables + ", values=" + r.length);
        }
        for (int i = 0; i < variables; i++) {
            if (r[i * variables + i] != 1) {
                throw new IllegalArgumentException("a correlation matrix must have a diagonal of exactly 1: R[" + i
                        + "][" + i + "]=" + r[i * variables + i]);
            }
            for (int j = 0; j < i; j++) {
                double v = r[i * variables + j];
                if (!(Math.abs(v) <= 1) || v != r[j * variables + i]) {
                    throw new IllegalArgumentException(
                            "a correlation matrix must be symmetric with values in [-1, 1]: R[" + i + "][" + j + "]="
                                    + v + ", R[" + j + "][" + i + "]=" + r[j * variables + i]);
                }
            }
        }
        return new CorrelationMatrix(variables, r);
    }

    /** Number of variables N. */
    public int variables() {
        return variables;
    }

    /** Correlation of variables i and j. */
    public double get(int i, int j) {
        return r[i * variables + j];
    }

    /**
     * The correlations of some variables, in the order given.
     *
     * @param chosen at least 2 variables
     */
    public CorrelationMatrix of(int... chosen) {
        int n = chosen.length;
        if (n < 2) {
            throw new IllegalArgumentException("correlations need at least 2 variables: variables=" + n);
        }
        double[] part = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                part[i * n + j] = get(chosen[i], chosen[j]);
            }
        }
        return new CorrelationMatrix(n, part);
    }

    /** The matrix itself [N*N], row-major, for kernels: read only. */
    public double[] array() {
        return r;
    }
}
