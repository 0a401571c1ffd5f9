/** Scores of single neurons, from the groups they are in and from themselves alone. */
@NullMarked
package org.oinfo.study.importance;

import org.jspecify.annotations.NullMarked;
