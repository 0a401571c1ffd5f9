/**
 * {@code --master}: a scan on a cluster. Spark is no part of the command line: the same command is started once more, by spark-submit, in a
 * process that has Spark's classes, and there a {@link org.oinfo.cli.cluster.ClusterProvider} is found.
 *
 * <p>Read {@link org.oinfo.cli.cluster.MasterOption} first. May import {@code cli.process} and the library.
 */
@NullMarked
package org.oinfo.cli.cluster;

import org.jspecify.annotations.NullMarked;
