/** Small networks that are trained many at a time: shapes, weights, files, training. */
@NullMarked
package org.oinfo.study.network;

import org.jspecify.annotations.NullMarked;
