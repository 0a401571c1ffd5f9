package org.oinfo.scan.spread;

import java.util.function.DoubleSupplier;
import org.oinfo.scan.Pieces;

/** Machines that go through pieces of scans. */
public interface Cluster {
    /**
     * Has pieces of a scan gone through, some at a time, and hands over what each lot found, in any order; returns when all is back, or soon
     * after {@link Gathering#goOn} says no. A lot that comes back twice counts once.
     *
     * @param scan what every machine is to know
     * @param seconds that one thread of this machine would take for the whole scan, from a short burst when it is asked
     * @param todo the pieces, 1 at least
     * @param gathering takes what is found
     * @throws ClusterException a machine cannot do what this one does, by name, or the cluster gave up
     */
    void scan(SentScan scan, DoubleSupplier seconds, Pieces todo, Gathering gathering);
}
