/**
 * Scans and other analyses on the machines of Apache Spark: lots of pieces become tasks, what they found comes back as bytes and is merged
 * as it comes.
 *
 * <p>Correlations of data larger than one machine are made by tasks that each have a share of the rows.
 *
 * <p>Read {@link org.oinfo.spark.SparkCluster} first. May import the library, {@code cli} and Spark's core; nobody depends on it.
 */
@NullMarked
package org.oinfo.spark;

import org.jspecify.annotations.NullMarked;
