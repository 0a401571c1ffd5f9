/**
 * From samples or a given covariance to the correlation matrix that the kernels score, and what is known about its errors.
 *
 * <p>{@link org.oinfo.estimate.CorrelationEstimator} is the way in. N variables, T samples, k order, R correlation matrix,
 * z a centred sample (normal scores for the copula, values for the plain Gaussian), C = sum of z z^T.
 *
 * <p>Every result is the same to the last bit for any number of threads, any memory and any SIMD width: C is summed in one
 * fixed order by elementwise fused multiply-adds (see {@code CrossProducts}).
 */
@NullMarked
package org.oinfo.estimate;

import org.jspecify.annotations.NullMarked;
