package org.oinfo.cli.cluster;

import java.util.function.Consumer;
import org.oinfo.scan.spread.Cluster;

/** Brings clusters; found by {@link java.util.ServiceLoader} in a process that has their libraries. */
public interface ClusterProvider {
    /**
     * The machines of a master; settles the width of vectors of this process, so it comes before the first kernel.
     *
     * @param told takes lines about what happens there
     * @throws org.oinfo.scan.spread.ClusterException they cannot be had, or cannot run this
     */
    Cluster connect(String master, Consumer<String> told);
}
