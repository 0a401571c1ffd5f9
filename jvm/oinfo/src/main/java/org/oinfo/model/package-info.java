/**
 * What n-plets are scored by, one of three: correlations, counted states, nearest neighbours; and which of them are allowed.
 *
 * <p>Read {@link org.oinfo.model.Model} first. May import {@code data}, {@code estimate}, {@code discrete}, {@code knn}, {@code scan}
 * and {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.model;

import org.jspecify.annotations.NullMarked;
