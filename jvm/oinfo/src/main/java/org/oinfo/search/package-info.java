/**
 * The common ground of searches: an n-plet that was found, and the random n-plets they are compared with.
 *
 * <p>Read {@link org.oinfo.search.RandomNplets} first; the searches themselves are in {@code search.greedy} and {@code
 * search.anneal}. May import {@code scan} and what {@code scan} imports, and {@code estimate}.
 */
@NullMarked
package org.oinfo.search;

import org.jspecify.annotations.NullMarked;
