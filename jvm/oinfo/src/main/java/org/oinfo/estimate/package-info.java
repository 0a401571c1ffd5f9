/**
 * From samples or a given covariance to the correlation matrix that the kernels score, and what is known about its errors.
 *
 * <p>{@link org.oinfo.estimate.CorrelationEstimator} is the way in. N variables, T samples, k order, R correlation matrix,
 * z a centred sample (normal scores for the copula, values for the plain Gaussian), C = sum of z z^T.
 *
 * <p>Every result is the same to the last bit for any number of threads, any memory and any SIMD width: C is summed in one
 * fixed order by elementwise fused multiply-adds (see {@code CrossProducts}), leaves of rows by a fixed tree. So several machines may
 * each have a share of the rows: {@link org.oinfo.estimate.ShareRows}, {@link org.oinfo.estimate.ColumnSums}, {@link
 * org.oinfo.estimate.BucketRanks}, and {@link org.oinfo.estimate.CorrelationEstimator#fromShares}.
 *
 * <p>To add an estimator whose measures come from a correlation matrix, say of other scores of the samples:
 *
 * <ol>
 *   <li>A constant of {@link org.oinfo.estimate.options.Estimator}, whose comment gives the source. The compiler then shows each {@code
 *       switch} that must know it.
 *   <li>An implementation of {@code LiveRows} that finds the variables that vary and fills blocks of centred rows in parallel,
 *       without an order that depends on the threads; {@code GaussianRows} is the short one to copy.
 *   <li>Its case in {@code LiveRows.of}, and in {@link org.oinfo.estimate.ResampledScores} if it can be resampled. {@code
 *       OInformationOptions} refuses what does not go with it, such as a bias correction that does not hold; {@code
 *       TableHeading} of the reports says it in words.
 *   <li>Tests against the definition, for any number of threads, with constant, tied and equal columns ({@code
 *       CorrelationEstimatorTest} has them for every estimator).
 * </ol>
 *
 * <p>An estimator that has no correlations, like the discrete one, is a {@link org.oinfo.scan.Scorer} of its own in a package of
 * its own ({@code org.oinfo.discrete}).
 *
 * <p>May import {@code data}, {@code parallel} and {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.estimate;

import org.jspecify.annotations.NullMarked;
