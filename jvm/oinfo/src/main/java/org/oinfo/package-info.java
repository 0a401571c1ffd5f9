/**
 * O-information of groups of variables: from samples or a covariance to scored and ranked n-plets.
 *
 * <p>Read {@link org.oinfo.OInformation} first. May import every room but {@code report}, which stands above it.
 */
@NullMarked
package org.oinfo;

import org.jspecify.annotations.NullMarked;
