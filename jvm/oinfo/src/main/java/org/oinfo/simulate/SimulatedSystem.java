package org.oinfo.simulate;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Variables with a joint distribution that is known. */
interface SimulatedSystem {
    /** The groups that depend on each other. */
    List<PlantedGroup> groups();

    /** Where samples come from: each call draws one into {@code row} [N]. */
    Draws draws(UniformRandomProvider random);

    /** One sample after another. */
    @FunctionalInterface
    interface Draws {
        /** Draws the next sample. */
        void next(double[] row);
    }
}
