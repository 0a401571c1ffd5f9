@NullMarked
package org.oinfo.study;

import org.jspecify.annotations.NullMarked;
