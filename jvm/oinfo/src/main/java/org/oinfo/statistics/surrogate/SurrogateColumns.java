package org.oinfo.statistics.surrogate;

import org.apache.commons.rng.UniformRandomProvider;

/** Makes the columns of one surrogate after another; an instance serves one thread. */
interface SurrogateColumns {
    /** The centred columns [n][T] of a surrogate, valid until the next one is drawn. */
    double[][] draw(UniformRandomProvider random);
}
