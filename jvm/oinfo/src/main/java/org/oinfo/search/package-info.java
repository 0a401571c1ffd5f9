/** Which n-plets are scored: every one of an order, in blocks over threads, or a given list. */
@NullMarked
package org.oinfo.search;

import org.jspecify.annotations.NullMarked;
