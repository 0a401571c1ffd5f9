/**
 * JMH benchmarks. Each class says which question it asks and where its sizes come from; its answer is tested in
 * {@code AnswersTest}; each state prints what really ran as a line that starts with {@code # ran}.
 *
 * <p>Letters as in {@link org.oinfo.kernels}: N variables, k the order of an n-plet, R the correlation matrix [N*N].
 */
@NullMarked
package org.oinfo.bench;

import org.jspecify.annotations.NullMarked;
