/**
 * What an estimate is asked for: which estimator, and what each of them takes besides. {@link
 * org.oinfo.estimate.options.EstimateOptions} has it all. May import {@code data}.
 */
@NullMarked
package org.oinfo.estimate.options;

import org.jspecify.annotations.NullMarked;
