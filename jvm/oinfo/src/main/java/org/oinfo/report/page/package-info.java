/** A page of figures from a saved result: one file that needs no network. */
@NullMarked
package org.oinfo.report.page;

import org.jspecify.annotations.NullMarked;
