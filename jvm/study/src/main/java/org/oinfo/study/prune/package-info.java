/** Sub-networks: which neurons to keep, and how well they do without the others. */
@NullMarked
package org.oinfo.study.prune;

import org.jspecify.annotations.NullMarked;
