/**
 * Hours of mixed work in a row: {@link org.oinfo.bench.soak.Soak} looks whether memory grows and whether any result ever differs from its first.
 * Started by {@code bench/soak}.
 */
@NullMarked
package org.oinfo.bench.soak;

import org.jspecify.annotations.NullMarked;
