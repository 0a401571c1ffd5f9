package org.oinfo.search.greedy;

import java.util.Arrays;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.NpletScore;
import org.oinfo.search.Nplets;

/**
 * Grows an n-plet A of Gaussian variables by the bordered sweep: a candidate costs O(k), a step O(k N).
 *
 * <p>For every variable j the conditional variance s_j given A and the regression coefficients b_ij = (R_AA^-1 R_Aj)_i are at
 * hand, with kappa_i = (R_AA^-1)_ii and D = det R_AA. Then, with P the inverse of the larger matrix,
 *
 * <pre>  Omega(A, j) = -ln D - 1/2 ln (s_j prod_i P_ii),   P_ii = kappa_i + b_ij^2 / s_j</pre>
 *
 * <p>and adding p with c_j = R_pj - sum_i R_ip b_ij (so c_p = s_p) is
 *
 * <pre>  b_ij -= b_ip c_j / s_p;  b_pj = c_j / s_p;  s_j -= c_j^2 / s_p;  kappa_i += b_ip^2 / s_p;  kappa_p = 1 / s_p;  D *= s_p</pre>
 *
 * <p>Rows of b are arrays of their own, contiguous in j, and the loops over j are plain: the compiler makes vector code of
 * them, and since each j has its own chain of operations the bits do not depend on the number of lanes.
 *
 * <p>Where some 1/P_ii is below {@link Canonical#GUARD} the canonical routine scores the candidate.
 */
final class SweptGrowth implements Growth {
    /** Factors P_ii of a candidate that is not guarded lie in [1, 1e4]: so many of them stay below 2^426. */
    private static final int FACTORS = 32;

    private static final long MANTISSA = 0x000FFFFFFFFFFFFFL;
    private static final long ONE = 0x3FF0000000000000L;
    private static final int MANTISSA_BITS = 52;
    private static final int EXPONENT_BIAS = 1023;
    private static final double LARGEST_PRECISION = 1 / Canonical.GUARD;

    private final int n;
    private final double[] r;
    private final NpletScore canonical;

    /** A, in the order the variables were swept in. */
    private int[] members = new int[0];

    private int[] ascending = new int[0];
    /** b [m][N]. */
    private double[][] b = new double[0][];
    /** kappa [m]. */
    private double[] kappa = new double[0];
    /** s [N]. */
    private double[] s;

    private double logDet;
    private boolean rebuilt;
    private boolean exact;

    /** s_j prod_i P_ii with its exponent, sum_i P_ii and 1 / s_j [N]: scratch, shared by copies, which stay on one thread. */
    private final double[] product;

    private final int[] exponent;
    private final double[] sum;
    private final double[] inverse;

    SweptGrowth(CorrelationMatrix matrix, NpletScore canonical) {
        this.n = matrix.variables();
        this.r = matrix.array();
        this.canonical = canonical;
        this.s = ones(n);
        this.product = new double[n];
        this.exponent = new int[n];
        this.sum = new double[n];
        this.inverse = new double[n];
    }

    private SweptGrowth(SweptGrowth from) {
        this.n = from.n;
        this.r = from.r;
        this.canonical = from.canonical;
        this.members = from.members;
        this.ascending = from.ascending;
        this.b = new double[from.b.length][];
        Arrays.setAll(b, i -> from.b[i].clone());
        this.kappa = from.kappa.clone();
        this.s = from.s.clone();
        this.logDet = from.logDet;
        this.rebuilt = from.rebuilt;
        this.exact = from.exact;
        this.product = from.product;
        this.exponent = from.exponent;
        this.sum = from.sum;
        this.inverse = from.inverse;
    }

    @Override
    public Growth copy() {
        return new SweptGrowth(this);
    }

    @Override
    public void add(int p) {
        int m = members.length;
        double[] c = Arrays.copyOfRange(r, p * n, (p + 1) * n);
        for (int i = 0; i < m; i++) {
            subtract(r[p * n + members[i]], b[i], c);
        }
        double variance = s[p];
        double inverse = 1 / variance;
        for (int i = 0; i < m; i++) {
            double coefficient = b[i][p];
            kappa[i] = Math.fma(coefficient * coefficient, inverse, kappa[i]);
            subtract(coefficient * inverse, c, b[i]);
        }
        condition(s, c, inverse);
        ascending = Nplets.with(ascending, p);
        members = Arrays.copyOf(members, m + 1);
        kappa = Arrays.copyOf(kappa, m + 1);
        b = Arrays.copyOf(b, m + 1);
        members[m] = p;
        kappa[m] = inverse;
        b[m] = c;
        logDet += StrictMath.log(variance);
    }

    /** to -= factor * row. */
    private static void subtract(double factor, double[] row, double[] to) {
        double f = -factor;
        for (int j = 0; j < to.length; j++) {
            to[j] = Math.fma(f, row[j], to[j]);
        }
    }

    /** s -= c^2 * inverse; c *= inverse. */
    private static void condition(double[] s, double[] c, double inverse) {
        for (int j = 0; j < s.length; j++) {
            double scaled = c[j] * inverse;
            s[j] = Math.fma(-scaled, c[j], s[j]);
            c[j] = scaled;
        }
    }

    @Override
    public void omegas(double[] out) {
        begin(s, product, inverse);
        Arrays.fill(exponent, 0);
        Arrays.fill(sum, 0);
        for (int i = 0; i < members.length; i++) {
            multiply(kappa[i], b[i], inverse, product, sum);
            if ((i + 1) % FACTORS == 0) {
                split();
            }
        }
        split();
        for (int j = 0; j < n; j++) {
            out[j] = exact || guarded(j)
                    ? canonical(j)
                    : -logDet - 0.5 * (StrictMath.log(product[j]) + exponent[j] * Canonical.LN2);
        }
    }

    private static void begin(double[] s, double[] product, double[] inverse) {
        for (int j = 0; j < s.length; j++) {
            product[j] = s[j];
            inverse[j] = 1 / s[j];
        }
    }

    private static void multiply(double kappa, double[] b, double[] inverse, double[] product, double[] sum) {
        for (int j = 0; j < product.length; j++) {
            double precision = Math.fma(b[j] * b[j], inverse[j], kappa);
            product[j] *= precision;
            sum[j] += precision;
        }
    }

    /** Moves the exponents of the products to {@link #exponent}. */
    private void split() {
        for (int j = 0; j < n; j++) {
            long bits = Double.doubleToRawLongBits(product[j]);
            exponent[j] += (int) (bits >>> MANTISSA_BITS) - EXPONENT_BIAS;
            product[j] = Double.longBitsToDouble((bits & MANTISSA) | ONE);
        }
    }

    /** Whether some 1/P_ii is too small, or no number: the sum says quickly that none is. */
    private boolean guarded(int j) {
        if (!(s[j] >= Canonical.GUARD)) {
            return true;
        }
        if (sum[j] <= LARGEST_PRECISION) {
            return false;
        }
        for (int i = 0; i < members.length; i++) {
            if (!(Math.fma(b[i][j] * b[i][j], inverse[j], kappa[i]) <= LARGEST_PRECISION)) {
                return true;
            }
        }
        return false;
    }

    /** Members come here too: given A, nothing is left of their variance. */
    private double canonical(int j) {
        if (Arrays.binarySearch(ascending, j) >= 0) {
            return Double.NaN;
        }
        int[] nplet = Nplets.with(ascending, j);
        return canonical.score(nplet, 0, nplet.length) ? canonical.o() : Double.NaN;
    }

    /** First the state is made anew, sweeping the largest conditional variance first; then every value is canonical. */
    @Override
    public boolean distrust() {
        if (exact) {
            return false;
        }
        exact = rebuilt;
        if (!rebuilt) {
            rebuild();
            rebuilt = true;
        }
        return true;
    }

    private void rebuild() {
        int[] left = members.clone();
        members = new int[0];
        ascending = new int[0];
        kappa = new double[0];
        b = new double[0][];
        s = ones(n);
        logDet = 0;
        for (int done = 0; done < left.length; done++) {
            int pivot = done;
            for (int i = done + 1; i < left.length; i++) {
                if (s[left[i]] > s[left[pivot]]) {
                    pivot = i;
                }
            }
            int p = left[pivot];
            left[pivot] = left[done];
            add(p);
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
