/**
 * Simulated annealing at a fixed order, and the descent that refines what any search found.
 *
 * <p>Read {@link org.oinfo.search.anneal.Annealing} first. May import {@code search} and what {@code search}
 * imports.
 */
@NullMarked
package org.oinfo.search.anneal;

import org.jspecify.annotations.NullMarked;
