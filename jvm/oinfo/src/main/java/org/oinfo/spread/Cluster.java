package org.oinfo.spread;

import java.util.function.DoubleSupplier;
import org.oinfo.scan.Pieces;

/** Machines that do pieces of work: of scans, and of analyses of many repetitions. */
@FunctionalInterface
public interface Cluster {
    /**
     * Has pieces done, some at a time, and hands over what each lot found, in any order; returns when all lots are back, or soon after
     * {@link Gathering#goOn} says no. A lot that comes back twice counts once; one that holds fewer pieces than it was asked for is asked
     * for the others later.
     *
     * @param work what every machine is to know
     * @param seconds that one thread of this machine would take for them, from a short burst when it is asked; NaN where nobody
     *     knows, and then a lot is short of itself
     * @param todo the pieces, 1 at least
     * @param gathering takes what is found
     * @throws ClusterException a machine cannot do what this one does, by name, or the cluster gave up
     */
    void run(SentWork work, DoubleSupplier seconds, Pieces todo, Gathering gathering);
}
