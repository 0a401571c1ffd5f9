package org.oinfo.cli.cluster;

import java.util.function.Consumer;
import org.oinfo.data.ColumnChoice;
import org.oinfo.estimate.SharedEstimate;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.spread.Cluster;

/** Brings clusters; found by {@link java.util.ServiceLoader} in a process that has their libraries. */
public interface ClusterProvider {
    /**
     * The machines of a master; settles the width of vectors of this process, so it comes before the first kernel.
     *
     * @param told takes lines about what happens there
     * @throws org.oinfo.spread.ClusterException they cannot be had, or cannot run this
     */
    Cluster connect(String master, Consumer<String> told);

    /**
     * Correlations of samples that the connected machines read.
     *
     * @param location a file, a folder or a pattern, as they know it
     * @param told takes lines about how far they are
     * @throws org.oinfo.data.BadInputException the samples cannot be used
     * @throws org.oinfo.spread.ClusterException the machines gave up
     */
    SharedEstimate estimate(String location, ColumnChoice columns, EstimateOptions options, Consumer<String> told);
}
