package org.oinfo.targets;

import java.util.List;
import org.oinfo.data.Warning;

/**
 * The sources of a target, of which n-plets are made: n-plets inside are positions among the <em>sound</em> sources, those that have a
 * model. Immutable, safe for use by several threads.
 */
public interface TargetSources {
    /** Number of sources N, those that are not sound included. */
    int sources();

    /** Number of sound sources. */
    int sound();

    /** Position among all sources of a sound one. */
    int source(int sound);

    /** Positions of the sources that are not sound, ascending. */
    int[] unsound();

    /** A routine for one thread whose values are reported. */
    NpletInformation information();

    /**
     * A scan of all n-plets of an order.
     *
     * @param order number of sources k of each n-plet, 2 to N
     * @param top number of n-plets kept at each end, at least 1
     * @param measure what they are ranked by
     * @throws org.oinfo.data.BadInputException the order is out of range or C(N,k) exceeds 2^63-1
     */
    SourceScan scan(int order, int top, TargetMeasure measure);

    /** What to know of the target before its numbers are believed. */
    default List<Warning> warnings() {
        return List.of();
    }

    /** Average addition of finite samples to I(X;Y) of k sources, nats, that is still in it; 0 where it is corrected or not known. */
    double remainingBias(int order);
}
