/**
 * The hand-tuned kernels on the Vector API: any lane width, any order.
 *
 * <p>The hot loops are those of {@link org.oinfo.kernels.simd.pairs.PairStationary} (scans of orders 3 to 8), {@link
 * org.oinfo.kernels.simd.sweep.PlainRows} and {@link org.oinfo.kernels.simd.sweep.FullRows} (other scans), {@link
 * org.oinfo.kernels.simd.lattice.LatticeCell} (all orders at once) and, for measures, {@link org.oinfo.kernels.simd.measures.SmallFactors}, {@link
 * org.oinfo.kernels.simd.measures.PanelFactor} and {@link org.oinfo.kernels.simd.measures.PanelInverse}. Rules they keep, with the numbers that show why: no helper method returns a vector in a hot loop (boxed, it costs a factor of five); no
 * reduceLanes on doubles (its order of additions differs between cold and compiled code); padded tails instead of scalar
 * tails, so that the arithmetic of an n-plet does not depend on the lane width; lanes folded in index order.
 */
@NullMarked
package org.oinfo.kernels.simd;

import org.jspecify.annotations.NullMarked;
