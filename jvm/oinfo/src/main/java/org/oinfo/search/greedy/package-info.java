/**
 * Greedy and beam search: n-plets grow by the variable that changes the O-information most.
 *
 * <p>Read {@link org.oinfo.search.greedy.GreedySearch} first. May import {@code search} and what {@code search}
 * imports.
 */
@NullMarked
package org.oinfo.search.greedy;

import org.jspecify.annotations.NullMarked;
