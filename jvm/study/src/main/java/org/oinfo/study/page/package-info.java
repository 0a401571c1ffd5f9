/**
 * The findings of a study, for people: what became of the claims, the page, the summary for a terminal, and the
 * file behind.
 */
@NullMarked
package org.oinfo.study.page;

import org.jspecify.annotations.NullMarked;
