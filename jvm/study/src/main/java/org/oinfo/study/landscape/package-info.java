/** The O-information of all groups of each layer's neurons, beside controls. */
@NullMarked
package org.oinfo.study.landscape;

import org.jspecify.annotations.NullMarked;
