@NullMarked
package org.oinfo.cuda;

import org.jspecify.annotations.NullMarked;
