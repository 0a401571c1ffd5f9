package org.oinfo.kernels.simd.pairs;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.simd.lanes.Lanes;
import org.oinfo.kernels.simd.sweep.Sweep;

/**
 * A prefix Q of m = k-3 members of the pair-stationary scan: for every pair of later variables, the partial
 * correlations given Q and given Q without each of its members, and the factor that belongs to the pair.
 *
 * <p>From the {@link Sweep}: conditional covariances s_jl given Q, coefficients b_ij, kappa_i = (R_QQ^-1)_ii. Taking member i
 * out of the conditioning set: s^i_jl = s_jl + b_ij b_il / kappa_i. Then
 *
 * <pre>
 *   P_0[j,l] = s_jl / sqrt(s_jj s_ll)      P_i[j,l] = s^i_jl / sqrt(s^i_jj s^i_ll)
 *   tau_v = s_vv^(m-1) / prod_i s^i_vv     C = 1 / (D_Q^2 prod_i kappa_i)
 *   h[j,l] = (1 - P_0[j,l]^2) / (C tau_j tau_l) exp(2 bias)
 * </pre>
 *
 * <p><b>Guard.</b> A run calls an n-plet sound when d_0 and w_0 prod d_i are at least {@link Canonical#GUARD}. Then 1/P_vv =
 * s_vv d_0 / (something up to 1) &gt;= GUARD s_vv for v among q, j, l, and 1/P_ii &gt;= GUARD rho^3 / kappa_i for members of Q, rho =
 * min s_vv / s^i_vv. With weight(v) = min(s_vv, rho_v^3 / kappa_i), every 1/P of a sound n-plet is at least GUARD times the
 * smallest weight, so that the bound on rounding is {@link Canonical#error} divided by that weight ({@link #error}). A variable
 * of weight below GUARD is made unsound: with all its P_0 set to 1, d_0 is not positive. So 1/P &gt;= GUARD^2, far from singular.
 */
final class PairPrefix {
    private static final int L = Lanes.COUNT;

    private final int n;
    private final int order;
    private final int members;
    private final double[] r;
    /** Values of the tiles of a group of l. */
    private final int groupValues;

    private final PairBuffers buffers;
    private final Sweep sweep;
    private final double scale;

    /** 1 / sqrt(s^c_vv) for each conditioning set [sets][stride]. */
    private final double[][] inverseSd;
    /** b_iv / sqrt(s^i_vv) [m][stride]. */
    private final double[][] scaledCoefficient;
    /** 1 / tau_v [stride]. */
    private final double[] inverseTau;
    /** Variables of weight below the guard. */
    private final int[] unsound;

    /** Of the variables [stride]: the smallest weight found yet, and that of one member. */
    private final double[] weight;

    private final double[] cubed;
    /** s_jl of the row that is filled [stride]. */
    private final double[] covariance;

    private int unsoundCount;
    /** exp(2 bias) / C, with the sign that h wants. */
    private double inverseScale;

    private double lightest;
    /** First row that is filled for the current prefix. */
    private int filledFrom;

    PairPrefix(CorrelationMatrix matrix, PairBuffers buffers, double bias) {
        CorrelationMatrix all = withDummies(matrix, buffers.dummies);
        n = buffers.n;
        r = all.array();
        this.buffers = buffers;
        groupValues = n * buffers.tileValues;
        order = buffers.order;
        members = order - 3;
        sweep = new Sweep(all, order - 1);
        scale = (buffers.sets % 2 == 0 ? 1 : -1) * StrictMath.exp(2 * bias);
        int room = n + Lanes.COUNT;
        inverseSd = new double[buffers.sets][room];
        scaledCoefficient = new double[members][room];
        inverseTau = new double[room];
        weight = new double[room];
        cubed = new double[room];
        covariance = new double[room];
        unsound = new int[n];
        for (double[] sd : inverseSd) {
            Arrays.fill(sd, 1);
        }
        Arrays.fill(inverseTau, 1);
        if (members == 1) {
            fillUnconditional();
        }
    }

    private static CorrelationMatrix withDummies(CorrelationMatrix matrix, int dummies) {
        int variables = matrix.variables();
        int n = variables + dummies;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            r[i * n + i] = 1;
            if (i >= dummies) {
                System.arraycopy(matrix.array(), (i - dummies) * variables, r, i * n + dummies, variables);
            }
        }
        return CorrelationMatrix.wrap(n, r);
    }

    /** With one member, C_1 is empty and P_1 is R, whatever the prefix. */
    private void fillUnconditional() {
        for (int j = 0; j < n; j++) {
            for (int l = 0; l < n; l++) {
                buffers.tiles[buffers.tile(j, l) + 2 * Lanes.COUNT] = r[j * n + l];
            }
        }
    }

    /**
     * Moves to another prefix.
     *
     * @param prefix its members, ascending [m or more]
     * @param kept number of leading members that are those of the prefix before
     * @return false when the prefix is too close to singular: score its n-plets otherwise
     */
    boolean moveTo(int[] prefix, int kept) {
        if (!sweep.moveTo(prefix, kept)) {
            return false;
        }
        filledFrom = n;
        prepareVariables(members == 0 ? 0 : prefix[members - 1] + 1);
        return true;
    }

    /** Bound in nats on the difference of Omega between a run and the canonical routine, for sound n-plets. */
    double error() {
        return Canonical.error(order) / lightest;
    }

    /** s_vv given the prefix [stride]. */
    double[] variances() {
        return sweep.diagonal();
    }

    /** det R_QQ of the prefix. */
    double determinant() {
        return 1 / Math.sqrt(sweep.inverseDetSquared());
    }

    double inverseTau(int v) {
        return inverseTau[v];
    }

    /** The factor of h that all pairs share, with its sign. */
    double inverseScale() {
        return inverseScale;
    }

    private void prepareVariables(int first) {
        System.arraycopy(sweep.diagonal(), first, weight, first, n - first);
        lightest = 1;
        unsoundCount = 0;
        for (int i = 0; i < members; i++) {
            withoutMember(i, first);
            for (int v = first; v < n; v++) {
                weight[v] = Math.min(weight[v], cubed[v]);
            }
        }
        for (int v = first; v < n; v++) {
            if (!(weight[v] >= Canonical.GUARD)) {
                unsound[unsoundCount++] = v;
                inverseTau[v] = 1;
            } else {
                lightest = Math.min(lightest, weight[v]);
            }
        }
        inverseRoots(sweep.diagonal(), first, inverseSd[0]);
        inverseScale = scale / sweep.inverseDetSquared();
        for (int i = 0; i < members; i++) {
            inverseScale *= sweep.kappa()[i];
        }
    }

    /** s^i_vv, what follows from it, and rho_v^3 / kappa_i. */
    private void withoutMember(int i, int first) {
        double[] diagonal = sweep.diagonal();
        double[] coefficients = sweep.coefficients();
        double inverseKappa = 1 / sweep.kappa()[i];
        boolean last = i == members - 1;
        for (int v = first; v < n; v += Lanes.COUNT) {
            DoubleVector s = DoubleVector.fromArray(Lanes.DOUBLE, diagonal, v);
            DoubleVector b = DoubleVector.fromArray(Lanes.DOUBLE, coefficients, i * sweep.stride + v);
            DoubleVector without = last
                    ? DoubleVector.fromArray(Lanes.DOUBLE, sweep.diagonalBefore(), v)
                    : b.mul(inverseKappa).fma(b, s);
            DoubleVector root = DoubleVector.broadcast(Lanes.DOUBLE, 1).div(without.sqrt());
            DoubleVector rho = s.mul(root).mul(root);
            rho.mul(rho).mul(rho).mul(inverseKappa).intoArray(cubed, v);
            root.intoArray(inverseSd[i + 1], v);
            b.mul(root).intoArray(scaledCoefficient[i], v);
            DoubleVector factor = i == 0
                    ? without
                    : without.mul(DoubleVector.broadcast(Lanes.DOUBLE, 1).div(s))
                            .mul(DoubleVector.fromArray(Lanes.DOUBLE, inverseTau, v));
            factor.intoArray(inverseTau, v);
        }
    }

    private void inverseRoots(double[] x, int first, double[] out) {
        for (int v = first; v < n; v += Lanes.COUNT) {
            DoubleVector.broadcast(Lanes.DOUBLE, 1)
                    .div(DoubleVector.fromArray(Lanes.DOUBLE, x, v).sqrt())
                    .intoArray(out, v);
        }
    }

    /** Makes the rows from {@code from} on; those that are there already stay. */
    void fillRows(int from, int[] prefix) {
        for (int j = from; j < filledFrom; j++) {
            fillRow(j, sweep.lastRow(prefix));
        }
        filledFrom = Math.min(filledFrom, from);
    }

    private void fillRow(int j, int lastRow) {
        int first = j / (2 * L) * 2 * L;
        double[] rows = sweep.lastRows();
        double factor = members == 0 ? 0 : sweep.coefficients()[(members - 1) * sweep.stride + j];
        DoubleVector minus = DoubleVector.broadcast(Lanes.DOUBLE, -factor);
        int row = j * sweep.stride;
        for (int l = first; l < n; l += L) {
            DoubleVector given = DoubleVector.fromArray(Lanes.DOUBLE, rows, row + l);
            (members == 0
                            ? given
                            : DoubleVector.fromArray(Lanes.DOUBLE, rows, lastRow + l)
                                    .fma(minus, given))
                    .intoArray(covariance, l);
        }
        fillGivenAll(j, first);
        // With one member P_1 is R and stays.
        for (int i = 0; i < members - 1; i++) {
            fillWithout(i, j, first);
        }
        if (members > 1) {
            fillWithoutLast(j, first);
        }
        markUnsound(j);
    }

    /** P_0 and h. */
    private void fillGivenAll(int j, int first) {
        double[] tiles = buffers.tiles;
        double[] sd = inverseSd[0];
        DoubleVector one = DoubleVector.broadcast(Lanes.DOUBLE, 1);
        double own = sd[j];
        double pairScale = inverseScale * inverseTau[j];
        int h = 2 * L * buffers.sets;
        for (int half = 0; half < 2 * L; half += L) {
            int tile = buffers.tile(j, first + half);
            for (int l = first + half; l < n; l += 2 * L, tile += groupValues) {
                DoubleVector p = DoubleVector.fromArray(Lanes.DOUBLE, covariance, l)
                        .mul(own)
                        .mul(DoubleVector.fromArray(Lanes.DOUBLE, sd, l));
                p.intoArray(tiles, tile);
                p.neg()
                        .fma(p, one)
                        .mul(pairScale)
                        .mul(DoubleVector.fromArray(Lanes.DOUBLE, inverseTau, l))
                        .intoArray(tiles, tile + h);
            }
        }
    }

    /** P_i for member i, not the last. */
    private void fillWithout(int i, int j, int first) {
        double[] tiles = buffers.tiles;
        double[] sd = inverseSd[i + 1];
        double[] coefficient = scaledCoefficient[i];
        double own = sd[j];
        double ownCoefficient = coefficient[j] / sweep.kappa()[i];
        for (int half = 0; half < 2 * L; half += L) {
            int tile = buffers.tile(j, first + half) + 2 * L * (i + 1);
            for (int l = first + half; l < n; l += 2 * L, tile += groupValues) {
                DoubleVector.fromArray(Lanes.DOUBLE, covariance, l)
                        .mul(own)
                        .fma(
                                DoubleVector.fromArray(Lanes.DOUBLE, sd, l),
                                DoubleVector.fromArray(Lanes.DOUBLE, coefficient, l)
                                        .mul(ownCoefficient))
                        .intoArray(tiles, tile);
            }
        }
    }

    /** P_i for the last member: from the covariances given the others, which are the same for every last member. */
    private void fillWithoutLast(int j, int first) {
        double[] tiles = buffers.tiles;
        double[] rows = sweep.lastRows();
        double[] sd = inverseSd[members];
        double own = sd[j];
        for (int half = 0; half < 2 * L; half += L) {
            int tile = buffers.tile(j, first + half) + 2 * L * members;
            for (int l = first + half; l < n; l += 2 * L, tile += groupValues) {
                DoubleVector.fromArray(Lanes.DOUBLE, rows, j * sweep.stride + l)
                        .mul(own)
                        .mul(DoubleVector.fromArray(Lanes.DOUBLE, sd, l))
                        .intoArray(tiles, tile);
            }
        }
    }

    private void markUnsound(int j) {
        for (int i = 0; i < unsoundCount; i++) {
            int v = unsound[i];
            for (int l = Math.max(v, j); l < (v == j ? n : v + 1); l++) {
                buffers.tiles[buffers.tile(j, l)] = 1;
            }
        }
    }
}
