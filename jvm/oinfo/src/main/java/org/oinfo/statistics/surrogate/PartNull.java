package org.oinfo.statistics.surrogate;

import java.util.Arrays;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.statistics.surrogate.Candidates.Candidate;

/**
 * One part A = S \ i of an n-plet, and whether a rearranged A with an onlooker is as extreme as S.
 *
 * <p>With P = R_A^-1, m the correlations of A with an onlooker, b = P m and s = 1 - m.b its conditional variance,
 *
 * <pre>  Omega(A + onlooker) = -ln|R_A| - 1/2 ln W,   W = s prod_a (P_aa + b_a^2 / s),</pre>
 *
 * so comparing Omegas is comparing Ws, without a logarithm: synergy is a large W. Ties, to a relative {@value #TIE}, count as
 * extreme, and so does what is singular. Plain arithmetic in a fixed order: the same on every machine.
 */
final class PartNull {
    /** 1/2 of this is about what {@link org.oinfo.kernels.Ranking#key} takes for equal, nats, and rounding stays below it. */
    private static final double TIE = 0x1p-36;

    private final boolean synergy;
    private final int[] part;
    /** The only onlooker; -1 for any outside A. */
    private final int onlooker;
    /** P [(k-1)*(k-1)]. */
    private final double[] inverse;
    /** The W to reach. */
    private final double limit;
    /** Never passed when the data's own n-plet is singular. */
    private final boolean regular;

    private final double[] m;
    private final double[] b;

    PartNull(CorrelationMatrix r, Candidate candidate, int left, boolean chosen) {
        this.synergy = candidate.synergy();
        this.part = CarryOver.without(candidate.nplet(), left);
        int outside = candidate.nplet()[left];
        this.onlooker = chosen ? -1 : outside;
        this.regular = !Double.isNaN(candidate.o());
        this.inverse = inverse(r, part);
        this.m = new double[part.length];
        this.b = new double[part.length];
        Arrays.setAll(m, a -> r.get(part[a], outside));
        double w = product();
        this.limit = synergy ? w * (1 - TIE) : w * (1 + TIE);
    }

    /** Whether A, rearranged as these correlations are, with an onlooker is as extreme as S in the data. */
    boolean asExtreme(RearrangedCorrelations correlations) {
        if (!regular) {
            return false;
        }
        if (onlooker >= 0) {
            return asExtreme(correlations, onlooker);
        }
        int next = 0;
        for (int x = 0; x < correlations.variables(); x++) {
            if (next < part.length && part[next] == x) {
                next++;
            } else if (asExtreme(correlations, x)) {
                return true;
            }
        }
        return false;
    }

    private boolean asExtreme(RearrangedCorrelations correlations, int x) {
        for (int a = 0; a < m.length; a++) {
            m[a] = correlations.get(part[a], x);
        }
        double w = product();
        // A comparison with NaN is false: what is singular is as extreme.
        return synergy ? !(w < limit) : !(w > limit);
    }

    /** W of an onlooker with correlations m; NaN where it is a linear function of A. */
    private double product() {
        int n = m.length;
        double s = 1;
        for (int a = 0; a < n; a++) {
            double sum = 0;
            for (int c = 0; c < n; c++) {
                sum = Math.fma(inverse[a * n + c], m[c], sum);
            }
            b[a] = sum;
            s = Math.fma(-m[a], sum, s);
        }
        if (!(s >= Canonical.SINGULAR)) {
            return Double.NaN;
        }
        double w = s;
        for (int a = 0; a < n; a++) {
            w *= inverse[a * n + a] + b[a] * b[a] / s;
        }
        return w;
    }

    /** R_A^-1 by the symmetric sweep; holds infinities or NaN where A is singular. */
    private static double[] inverse(CorrelationMatrix r, int[] part) {
        int n = part.length;
        double[] p = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                p[i * n + j] = r.get(part[i], part[j]);
            }
        }
        for (int pivot = 0; pivot < n; pivot++) {
            sweep(p, n, pivot);
        }
        Arrays.setAll(p, i -> -p[i]);
        return p;
    }

    /** a_ij - a_ip a_pj / a_pp; a_ip / a_pp; -1 / a_pp: after all pivots, minus the inverse. */
    private static void sweep(double[] a, int n, int pivot) {
        double scale = 1 / a[pivot * n + pivot];
        for (int i = 0; i < n; i++) {
            double factor = a[i * n + pivot] * scale;
            for (int j = 0; j < n && i != pivot; j++) {
                if (j != pivot) {
                    a[i * n + j] = Math.fma(-factor, a[pivot * n + j], a[i * n + j]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            if (i != pivot) {
                a[i * n + pivot] *= scale;
                a[pivot * n + i] *= scale;
            }
        }
        a[pivot * n + pivot] = -scale;
    }
}
