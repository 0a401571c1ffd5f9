/**
 * How probable the class of a sample is, by Gaussians of all classes: the loop over samples and classes that information about labels
 * is made of.
 *
 * <p>k variables x of an n-plet; class c has ln p_c(x) = a_c - sum_i u_ci^2, {@code u_ci = b_ci + sum_{j<=i} W_cij x_j}, its weight and the
 * normalisation in a_c. What is summed over samples is ln (p_y / sum_c p_c), y the class of the sample: at most 0, to the last bit,
 * because the largest p_c is divided out first and the sum that is left is at least 1.
 *
 * <p>Every operation has one result, and a sum has {@value org.oinfo.kernels.posterior.PosteriorKernel#PARTS} parts whatever the width
 * of a vector: kernels in Java and in C have the same bits.
 *
 * <p>Read {@link org.oinfo.kernels.posterior.PosteriorKernel} first, then {@link
 * org.oinfo.kernels.posterior.ScalarPosterior}; the same in C is posterior.c. Imports nothing.
 */
@NullMarked
package org.oinfo.kernels.posterior;

import org.jspecify.annotations.NullMarked;
