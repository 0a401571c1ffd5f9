/**
 * A covariance or correlation matrix that a user gave: what its numbers are worth, whether it can be one, and what rounding is put right.
 * {@link org.oinfo.estimate.given.GivenCovariance} has it all. May import {@code data}.
 */
@NullMarked
package org.oinfo.estimate.given;

import org.jspecify.annotations.NullMarked;
