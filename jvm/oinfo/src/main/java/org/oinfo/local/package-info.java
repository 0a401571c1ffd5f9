/** More about given n-plets than their four measures: what each variable adds, and what each sample says. */
@NullMarked
package org.oinfo.local;

import org.jspecify.annotations.NullMarked;
