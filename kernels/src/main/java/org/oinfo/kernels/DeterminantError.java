package org.oinfo.kernels;

/**
 * Bounds on the rounding of {@link Landscape#determinants}, which hold for every kernel. u = 2^-53.
 *
 * <p><b>One n-plet.</b> Kernels eliminate. A step computes s' = s_jl - (s_jp s_pl / s_pp) with one rounding of the result and two of the
 * quotient; the sizes of the quotients over all steps add up to at most sqrt(r_jj r_ll) = 1 (they are the parts of the variance of j and of
 * l that the pivots explain; Cauchy-Schwarz), and s' is at most 1. So what is computed is exact for R_S + E, |E_ij| &lt;= (k+3) u. The
 * pair-stationary scan goes on with correlations s_jl / sqrt(s_jj s_ll), of 6 roundings, which are those of s_jl: |E_ij| grows by 6 u;
 * d_0 = w - m^2 from them has 3 roundings of w and 3 of m^2 &lt;= w, and w times the variances is at most the minor without l: 6 u of that minor.
 * The product of at most 2 k + 7 factors (pivots, or D_Q from its inverse square) has as many roundings, of det R_S itself.
 *
 * <p>The kernels of CUDA devices factor R_QQ of the k - 3 members before the last three as L L^T and go on with z = L^-1 r: a product z_u z_v in
 * place of a quotient has 6 roundings in place of 2 (a root, its inverse and a product on either side), and there are k - 3 steps in place of k, so
 * that |E_ij| &lt;= (k-3+6) u is the same (k+3) u. Correlations, d_0 and the pivots of the product are as above. Doubles throughout: only level extremes
 * compares in single precision.
 *
 * <p><b>From E to the determinant.</b> det(R_S + E) - det R_S = sum over m &gt;= 1 and over m rows I and m columns J of +- det E[I,J] times
 * the minor of R_S without I and J. R_S is positive semidefinite, and so are its compounds, so |minor without I, J|^2 is at most (minor without I,
 * I) (minor without J, J), each at most 1. With |E_ij| &lt;= e, m = 1 gives at most e (sum_i sqrt D_{S\i})^2 &lt;= e k sum_i D_{S\i}, and all m &gt;= 2
 * together at most (k^2 e)^2. Summed over all n-plets of an order, sum_S sum_i D_{S\i} = (N-k+1) e_{k-1}(R).
 *
 * <p>det R_S is at most any D_{S\i}, so all of one n-plet is within e k sum_i D_{S\i} + (k^2 e)^2 with e = (k + 3 + 6 + 6 + (2 k + 7) / k) u
 * &lt;= {@link #perturbation}. Where elimination ends because no pivot is positive that is left, D of what was eliminated is within the same
 * bound of 0, with minors of at most 1 in place of D_{S\i}: k^2 e.
 *
 * <p><b>The sum.</b> Determinants that are summed are positive. A run adds up to 64 steps, then N runs of a strip, then at most 16 lanes, and
 * rows of a sweep at most N; the rest is compensated or exact: {@link #additions} roundings, each of the sum itself. On a CUDA device a thread adds
 * at most 4 l, 4 j and as many q as there are, at most 128, and the threads of a block 9 times; blocks add in fixed point to 2^-101, no more
 * often than there are n-plets. That is less than what (k^2 e)^2 has left over: all m &gt;= 2 take about half of it, and it is above 2^-90 for k &gt;= 3.
 *
 * <p>R must be positive semidefinite, as correlations of samples are up to their own rounding.
 */
public final class DeterminantError {
    private static final double U = 0x1p-53;

    private DeterminantError() {}

    /** e, of an order. */
    public static double perturbation(int order) {
        return (2 * order + 24) * U;
    }

    /** Bound for one n-plet, whatever its minors. */
    public static double largest(int order) {
        double squared = (double) order * order * perturbation(order);
        return squared * (1 + squared);
    }

    /** Roundings of a sum over n-plets of N variables, relative to the sum. */
    public static double additions(int variables) {
        return (2.0 * variables + 128) * U;
    }
}
