package org.oinfo.statistics.surrogate;

import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Workers;

/** Makes the correlations of one surrogate after another; an instance serves one thread. */
@FunctionalInterface
interface SurrogateCorrelations {
    /** Those of the next surrogate. */
    CorrelationMatrix draw(UniformRandomProvider random);

    /** Of columns that are drawn. */
    static SurrogateCorrelations of(SurrogateColumns columns) {
        Workers alone = Workers.inline();
        return random -> SampleScores.correlation(columns.draw(random), alone);
    }
}
