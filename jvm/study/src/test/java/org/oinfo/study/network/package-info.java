@NullMarked
package org.oinfo.study.network;

import org.jspecify.annotations.NullMarked;
