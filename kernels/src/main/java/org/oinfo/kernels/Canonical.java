package org.oinfo.kernels;

/**
 * The one routine whose values appear in rankings, the same to the last bit on every backend, lane width and machine.
 *
 * <p>Square-root-free Cholesky R_S = L diag(d) L^T in ascending index order with {@link Math#fma}, the diagonal of the
 * inverse from L^-1, and two {@link StrictMath#log} of products whose exponents are split off:
 *
 * <pre>  ln|R_S| = ln prod d_r;   P_ii = sum_{r>=i} (L^-1)_ri^2 / d_r;   sum ln P_ii = ln prod P_ii</pre>
 *
 * <p>Accuracy: backward stable, so Omega is exact for a matrix within (k+1) 2^-53 of R_S entrywise; against a
 * higher-precision oracle the error stays below 1e-12 (1 + S) for well-conditioned matrices (see the accuracy table).
 *
 * <p>An instance holds scratch memory and belongs to one thread at a time.
 */
public final class Canonical implements NpletScore {
    /** An n-plet is singular when some conditional variance 1/P_ii is below this, or a pivot is not positive. */
    public static final double SINGULAR = 1e-12;

    /**
     * Kernels hand an n-plet to this routine when some conditional variance 1/P_ii is below this: above it, the rounding of
     * any of them moves Omega by less than {@link #error}.
     */
    public static final double GUARD = 1e-4;

    /** ln 2. */
    public static final double LN2 = 0.6931471805599453;

    private final double[] r;
    private final int n;
    /** L^-1, unit lower triangle [k*(k+1)/2] by rows; L lives there first. */
    private double[] l = new double[0];
    /** Pivots d, their inverses, and P_ii [k]. */
    private double[] d = new double[0];

    private double[] inverse = new double[0];
    private double[] precision = new double[0];

    private double tc;
    private double dtc;
    private double o;
    private double s;

    private final PivotedDeterminant determinant;

    /** Scores n-plets of {@code r}. */
    public Canonical(CorrelationMatrix r) {
        this.r = r.array();
        this.n = r.variables();
        this.determinant = new PivotedDeterminant(r);
    }

    @Override
    public boolean score(int[] nplets, int offset, int order) {
        if (d.length < order) {
            l = new double[order * (order + 1) / 2];
            d = new double[order];
            inverse = new double[order];
            precision = new double[order];
        }
        if (!factor(nplets, offset, order) || !invert(order)) {
            tc = dtc = o = s = Double.NaN;
            return false;
        }
        return true;
    }

    @Override
    public double tc() {
        return tc;
    }

    @Override
    public double dtc() {
        return dtc;
    }

    @Override
    public double o() {
        return o;
    }

    @Override
    public double s() {
        return s;
    }

    @Override
    public double determinant(int[] nplets, int offset, int order) {
        return determinant.of(nplets, offset, order);
    }

    /**
     * Bound in nats on the difference of Omega between this routine and a kernel, for n-plets of an order whose conditional
     * variances 1/P_ii are all at least {@link #GUARD}.
     *
     * <p>Both are exact for a matrix within (k+1) eps of R_S entrywise, hence within E = k (k+1) eps in norm, and
     * {@code |dOmega| <= E (tr P + 1/2 sum_i |P e_i|^2 / P_ii) <= E (tr P + k/2 |P|) <= 3/2 E k^2 / GUARD}; twice that for two
     * routines, with room for the logarithms.
     */
    public static double error(int order) {
        double e = order * (order + 1.0) * 0x1p-53;
        return 4 * e * order * order / GUARD;
    }

    private boolean factor(int[] nplets, int offset, int k) {
        for (int a = 0; a < k; a++) {
            int rowA = a * (a + 1) / 2;
            int source = nplets[offset + a] * n;
            double pivot = 1;
            for (int b = 0; b < a; b++) {
                // l[rowA+b] first holds L_ab d_b, then L_ab: the pivot needs both.
                int rowB = b * (b + 1) / 2;
                double v = r[source + nplets[offset + b]];
                for (int t = 0; t < b; t++) {
                    v = Math.fma(-l[rowA + t], l[rowB + t], v);
                }
                l[rowA + b] = v;
            }
            for (int b = 0; b < a; b++) {
                double scaled = l[rowA + b];
                double unit = scaled * inverse[b];
                pivot = Math.fma(-scaled, unit, pivot);
                l[rowA + b] = unit;
            }
            if (!(pivot > 0)) {
                return false;
            }
            d[a] = pivot;
            inverse[a] = 1 / pivot;
        }
        return true;
    }

    private boolean invert(int k) {
        // L^-1 in place, row by row: row i needs the rows above it already inverted.
        precision[0] = inverse[0];
        for (int i = 1; i < k; i++) {
            int rowI = i * (i + 1) / 2;
            for (int j = 0; j < i; j++) {
                double v = -l[rowI + j];
                for (int t = j + 1, rowT = t * (t + 1) / 2; t < i; t++, rowT += t) {
                    v = Math.fma(-l[rowI + t], l[rowT + j], v);
                }
                l[rowI + j] = v;
                precision[j] = Math.fma(v * v, inverse[i], precision[j]);
            }
            precision[i] = inverse[i];
        }
        double largest = 0;
        for (int i = 0; i < k; i++) {
            largest = Math.max(largest, precision[i]);
        }
        if (!(largest <= 1 / SINGULAR)) {
            return false;
        }
        double logDet = logOfProduct(d, k);
        double logPrecision = logOfProduct(precision, k);
        tc = -0.5 * logDet;
        dtc = 0.5 * (logDet + logPrecision);
        o = -logDet - 0.5 * logPrecision;
        s = 0.5 * logPrecision;
        if (k == 2) {
            // Omega of two variables is 0 by definition, not rounding noise that would rank pairs.
            dtc = tc;
            o = 0;
            s = 2 * tc;
        }
        return true;
    }

    /** ln of a product of positive normal doubles; the running mantissa stays in [1, 2). */
    private static double logOfProduct(double[] factors, int count) {
        double mantissa = 1;
        long exponent = 0;
        for (int i = 0; i < count; i++) {
            mantissa *= factors[i];
            long bits = Double.doubleToRawLongBits(mantissa);
            exponent += (bits >>> 52) - 1023;
            mantissa = Double.longBitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        }
        return StrictMath.log(mantissa) + exponent * LN2;
    }
}
