package org.oinfo.targets.subsets;

import org.jspecify.annotations.Nullable;
import org.oinfo.targets.ClassFit;
import org.oinfo.targets.NpletInformation;
import org.oinfo.targets.TargetSources;

/** Sources of whose subsets each has an estimate of its own of what it knows about the target. */
public interface SubsetModel extends TargetSources {
    /** A new routine for the subsets of n-plets of an order. */
    SubsetInformation subsets(int order);

    /**
     * I(X;Y), each sample scored by others, nats; NaN where there is no such value.
     *
     * @param nplet ascending positions among the sound sources
     */
    double heldOut(int[] nplet);

    /**
     * Omega of the sources and the target together, nats; NaN where the target is not a variable beside them.
     *
     * @param nplet ascending positions among the sound sources
     */
    double omega(int[] nplet);

    /**
     * How classes are modelled in n-plets of an order; null where the target has none.
     *
     * @param proposed whether a screen chose the n-plets
     */
    @Nullable
    ClassFit fit(int order, boolean proposed);

    @Override
    default NpletInformation information() {
        return new SubsetValues(this);
    }
}
