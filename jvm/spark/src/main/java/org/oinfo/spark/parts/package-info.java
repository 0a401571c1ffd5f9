/**
 * Samples in parts on any path of Hadoop: what the parts are, and the rows of any stretch of them all.
 *
 * <p>Read {@link org.oinfo.spark.parts.Parts} first. May import {@code data} of the library and Hadoop.
 */
@NullMarked
package org.oinfo.spark.parts;

import org.jspecify.annotations.NullMarked;
