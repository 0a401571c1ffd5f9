/**
 * From samples or a given covariance to the correlation matrix that the kernels score, and what is known about its errors.
 *
 * <p>{@link org.oinfo.estimate.CorrelationEstimator} is the way in. N variables, T samples, k order, R correlation matrix,
 * z a centred sample (normal scores for the copula, values for the plain Gaussian), C = sum of z z^T.
 *
 * <p>Every result is the same to the last bit for any number of threads, any memory and any SIMD width: C is summed in one
 * fixed order by elementwise fused multiply-adds (see {@code CrossProducts}).
 *
 * <p>To add an estimator of correlations: a constant of {@link org.oinfo.estimate.Estimator} with its source, rows of centred scores
 * ({@code CentredRows}, as {@code GaussianRows}), and the branch that the compiler asks for in {@link
 * org.oinfo.estimate.CorrelationEstimator} and {@link org.oinfo.estimate.SampleScores}; {@code --estimator} then knows its name. One that
 * has no correlations makes an {@code org.oinfo.scan.Scorer} of its own, as {@code org.oinfo.discrete} does. Tests compare it with the
 * definition written out, ties and constant columns included, and its bits between numbers of threads.
 *
 * <p>May import {@code data}, {@code parallel} and {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.estimate;

import org.jspecify.annotations.NullMarked;
