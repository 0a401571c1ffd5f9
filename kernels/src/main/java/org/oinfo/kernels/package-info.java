/**
 * Kernels: pure arithmetic on one correlation matrix. No I/O, no logging, no allocation in loops.
 *
 * <p>Two operations carry everything. <em>Measures</em> ({@link org.oinfo.kernels.MeasuresKernel}) scores a batch of
 * given n-plets of one order; <em>scan</em> ({@link org.oinfo.kernels.ScanKernel}) scores every n-plet of one order whose
 * lexicographic rank lies in a range and keeps a {@link org.oinfo.kernels.Landscape} of them. Each exists in several
 * {@link org.oinfo.kernels.Backend backends} behind the same interface. {@link org.oinfo.kernels.GrowthKernel Growth} adds variables
 * to pairs greedily.
 *
 * <p>Letters, throughout: <b>N</b> variables; <b>k</b> the order (size) of an n-plet; <b>R</b> the correlation matrix
 * [N*N], row-major, unit diagonal; <b>R_S</b> its k x k submatrix on n-plet S; <b>P</b> = R_S^-1; <b>A</b> a prefix of an
 * n-plet; <b>D</b> a determinant; <b>s</b> a conditional variance (Schur complement); <b>b</b> regression coefficients;
 * <b>kappa</b> the diagonal of the inverse of a prefix's matrix. All information is in nats:
 *
 * <pre>
 *   TC    = -1/2 ln|R_S|                          total correlation
 *   DTC   =  1/2 (ln|R_S| + sum_i ln P_ii)        dual total correlation
 *   Omega = TC - DTC = -ln|R_S| - 1/2 sum ln P_ii O-information (o)
 *   S     = TC + DTC = 1/2 sum_i ln P_ii          S-information
 * </pre>
 *
 * <p>Source: Rosas, Mediano, Gastpar, Jensen 2019, Phys. Rev. E 100, 032305 (arXiv 1902.11239).
 */
@NullMarked
package org.oinfo.kernels;

import org.jspecify.annotations.NullMarked;
