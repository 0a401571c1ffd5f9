/**
 * Average ranks of columns whose values are on many machines: values go to the machine that has their bucket, ranks come back.
 *
 * <p>Read {@link org.oinfo.spark.ranks.Buckets} first, then {@link org.oinfo.spark.ranks.OutgoingValues} and {@link
 * org.oinfo.spark.ranks.RankedRows}, which go through the same values in the same order. May import the library.
 */
@NullMarked
package org.oinfo.spark.ranks;

import org.jspecify.annotations.NullMarked;
