/**
 * What searches share: an n-plet that was found, and the random n-plets they are compared with.
 *
 * <p>The searches themselves are in {@code search.greedy} and {@code search.anneal}. May import {@code scan}.
 */
@NullMarked
package org.oinfo.search;

import org.jspecify.annotations.NullMarked;
