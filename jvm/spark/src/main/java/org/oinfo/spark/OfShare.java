package org.oinfo.spark;

import java.io.Serializable;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Workers;

/** What a task makes of the samples of its share. */
@FunctionalInterface
interface OfShare<V> extends Serializable {
    /** Made on an executor. */
    V make(Share share, Samples samples, Workers workers);
}
