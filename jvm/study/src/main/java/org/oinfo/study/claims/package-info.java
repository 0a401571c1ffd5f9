/**
 * Which claims of Clauw, Stramaglia and Marinazzo, and of those whom the study asks besides, the numbers bear out; and how numbers of several networks
 * are written.
 *
 * <p>Read {@link org.oinfo.study.claims.Claims} first, then {@link org.oinfo.study.claims.Judgement}. What they look like is for {@code page}.
 */
@NullMarked
package org.oinfo.study.claims;

import org.jspecify.annotations.NullMarked;
