/** The study as one page of figures, and what it says in words. */
@NullMarked
package org.oinfo.study.page;

import org.jspecify.annotations.NullMarked;
