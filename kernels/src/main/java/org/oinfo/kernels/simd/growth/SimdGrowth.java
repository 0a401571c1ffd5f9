package org.oinfo.kernels.simd.growth;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.growth.GrowthEngine;
import org.oinfo.kernels.growth.GrowthWalk;
import org.oinfo.kernels.simd.lanes.Lanes;

/**
 * Adds variables by the bordered sweep. For every candidate v there are the conditional variance s_v and the regression coefficients
 * b_iv = (R_AA^-1 R_Av)_i; for A itself kappa_i = (R_AA^-1)_ii and D = det R_AA. Adding p, with c_v = R_pv - sum_i R_ip b_iv:
 *
 * <pre>  b_iv -= b_ip c_v / s_p;  b_pv = c_v / s_p;  s_v -= c_v^2 / s_p;  kappa_i += b_ip^2 / s_p;  kappa_p = 1 / s_p;  D *= s_p
 *  X_v = s_v prod_i P_ii,  P_ii = kappa_i + b_iv^2 / s_v</pre>
 */
public final class SimdGrowth implements GrowthEngine {
    private static final double LARGEST_PRECISION = 1 / Canonical.GUARD;
    /** Products beyond are left to the caller, before they overflow. */
    private static final double LARGEST = 1e300;
    /** The X of a candidate that is left to the caller. */
    private static final double UNDECIDED = Double.POSITIVE_INFINITY;

    private static final long UNDECIDED_BITS = Double.doubleToRawLongBits(UNDECIDED);
    private static final long NOTHING_BITS = Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY);

    private final int variables;
    /** A multiple of L. */
    private final int n;
    /** [N*n] rows padded by zeros. */
    private final double[] r;
    /** [largest+1]. */
    private final double[] margins;

    private final double sign;
    /** [n]. */
    private final double[] s;
    /** [n] all bits for members and beyond N, which make their x a NaN, else none. */
    private final long[] excluded;
    /** [largest*n]. */
    private final double[] b;
    /** Of each member: kappa_i, and what c and b_i are built with [largest]. */
    private final double[] kappa;

    private final double[] weight;
    private final double[] factor;
    /** sign * X_v of the last step, NaN where excluded [n]. */
    private final double[] x;

    private final double[] value;
    private double det;
    private double bound;

    /** An engine for orders up to the largest. */
    public SimdGrowth(CorrelationMatrix matrix, boolean redundant, int largest) {
        variables = matrix.variables();
        n = (variables + Lanes.COUNT - 1) / Lanes.COUNT * Lanes.COUNT;
        r = new double[variables * n];
        for (int i = 0; i < variables; i++) {
            System.arraycopy(matrix.array(), i * variables, r, i * n, variables);
        }
        margins = GrowthWalk.margins(redundant, largest);
        sign = redundant ? -1 : 1;
        s = new double[n];
        excluded = new long[n];
        b = new double[largest * n];
        kappa = new double[largest];
        weight = new double[largest];
        factor = new double[largest];
        x = new double[n];
        value = new double[largest + 1];
    }

    @Override
    public int grow(int[] path, int swept, int order, int largest) {
        if (swept == 0) {
            Arrays.fill(s, 1);
            Arrays.fill(excluded, 0, variables, 0);
            Arrays.fill(excluded, variables, n, -1);
            det = 1;
        }
        int members = swept;
        int held = order;
        while (held < largest) {
            for (; members < held; members++) {
                add(path, members);
            }
            int next = beyondDoubt();
            if (next < 0) {
                break;
            }
            value[held + 1] = det * (det * Math.abs(x[next]));
            path[held++] = next;
        }
        return held;
    }

    /** Adds path[m] to the m members before it. */
    private void add(int[] path, int m) {
        int p = path[m];
        double inverse = 1 / s[p];
        for (int i = 0; i < m; i++) {
            double coefficient = b[i * n + p];
            weight[i] = -r[p * n + path[i]];
            factor[i] = -coefficient * inverse;
            kappa[i] = kappa[i] + coefficient * coefficient * inverse;
        }
        kappa[m] = inverse;
        det *= s[p];
        excluded[p] = -1;
        bound = mostExtreme(p * n, m, inverse) * margins[m + 2];
    }

    /** THE HOT LOOP: moves all candidates on to m + 1 members, and finds their X; returns the most extreme that can be compared. */
    private double mostExtreme(int row, int m, double inverse) {
        DoubleVector one = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        DoubleVector limit = DoubleVector.broadcast(Lanes.DOUBLE, LARGEST_PRECISION);
        DoubleVector limitOfProducts = DoubleVector.broadcast(Lanes.DOUBLE, LARGEST);
        DoubleVector best = DoubleVector.broadcast(Lanes.DOUBLE, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < n; j += Lanes.COUNT) {
            DoubleVector c = DoubleVector.fromArray(Lanes.DOUBLE, r, row + j);
            for (int i = 0; i < m; i++) {
                c = DoubleVector.broadcast(Lanes.DOUBLE, weight[i])
                        .fma(DoubleVector.fromArray(Lanes.DOUBLE, b, i * n + j), c);
            }
            DoubleVector last = c.mul(inverse);
            DoubleVector variance = last.neg().fma(c, DoubleVector.fromArray(Lanes.DOUBLE, s, j));
            DoubleVector inverses = one.div(variance);
            variance.intoArray(s, j);
            last.intoArray(b, m * n + j);
            DoubleVector own = last.mul(last).fma(inverses, DoubleVector.broadcast(Lanes.DOUBLE, inverse));
            DoubleVector product = variance.mul(sign).mul(own);
            // Signs as integers: masks of the Vector API would be boxed on two lanes, and its maximum minds NaN and -0.
            LongVector undecided = variance.sub(Canonical.GUARD)
                    .reinterpretAsLongs()
                    .or(limit.sub(own).reinterpretAsLongs());
            for (int i = 0; i < m; i++) {
                DoubleVector coefficient = DoubleVector.broadcast(Lanes.DOUBLE, factor[i])
                        .fma(c, DoubleVector.fromArray(Lanes.DOUBLE, b, i * n + j));
                coefficient.intoArray(b, i * n + j);
                DoubleVector precision =
                        coefficient.mul(coefficient).fma(inverses, DoubleVector.broadcast(Lanes.DOUBLE, kappa[i]));
                product = product.mul(precision);
                undecided = undecided.or(limit.sub(precision).reinterpretAsLongs());
            }
            undecided = undecided
                    .or(limitOfProducts.sub(product.abs()).reinterpretAsLongs())
                    .lanewise(VectorOperators.ASHR, 63);
            LongVector outside = LongVector.fromArray(Lanes.LONG, excluded, j);
            LongVector neither = undecided.or(outside);
            LongVector bits = product.reinterpretAsLongs();
            bits.lanewise(VectorOperators.AND_NOT, undecided)
                    .or(undecided.and(UNDECIDED_BITS))
                    .or(outside)
                    .reinterpretAsDoubles()
                    .intoArray(x, j);
            best = best.max(bits.lanewise(VectorOperators.AND_NOT, neither)
                    .or(neither.and(NOTHING_BITS))
                    .reinterpretAsDoubles());
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            most = Math.max(most, best.lane(lane));
        }
        return most;
    }

    /** The candidate that no other can beat, or -1. */
    private int beyondDoubt() {
        int found = -1;
        for (int v = 0; v < variables; v++) {
            if (x[v] >= bound) {
                if (found >= 0) {
                    return -1;
                }
                found = v;
            }
        }
        return found >= 0 && x[found] <= LARGEST ? found : -1;
    }

    @Override
    public double value(int order) {
        return value[order];
    }

    @Override
    public int doubtful(int[] out) {
        int count = 0;
        for (int v = 0; v < variables; v++) {
            if (x[v] >= bound) {
                out[count++] = v;
            }
        }
        return count;
    }

    @Override
    public boolean nearSingular(int candidate) {
        return x[candidate] == UNDECIDED;
    }
}
