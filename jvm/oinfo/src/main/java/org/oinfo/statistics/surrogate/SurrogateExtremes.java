package org.oinfo.statistics.surrogate;

import org.oinfo.kernels.CorrelationMatrix;

/** Finds the smallest and the largest Omega of a family of n-plets in one surrogate after another; serves one thread. */
interface SurrogateExtremes {
    /** Looks at a surrogate with these correlations; false when it was stopped before its end. */
    boolean find(CorrelationMatrix r);

    /** Smallest canonical Omega, nats; minus infinity when there is none that is not singular. */
    double min();

    /** Largest canonical Omega, nats; infinity when there is none that is not singular. */
    double max();
}
