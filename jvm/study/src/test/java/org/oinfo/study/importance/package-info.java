@NullMarked
package org.oinfo.study.importance;

import org.jspecify.annotations.NullMarked;
