/** O-information of groups of variables: from samples or a covariance to scored and ranked n-plets. */
@NullMarked
package org.oinfo;

import org.jspecify.annotations.NullMarked;
