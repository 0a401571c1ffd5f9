package org.oinfo.estimate.options;

/** How the correlation matrix is pulled towards the identity: (1 - a) R + a I with an intensity a in [0, 1] from the data. */
public enum Shrinkage {
    /** Not at all. */
    NONE,
    /** Ledoit and Wolf 2004, J. Multivariate Analysis 88, 365 (doi 10.1016/S0047-259X(03)00096-4). */
    LEDOIT_WOLF,
    /** Oracle approximating shrinkage: Chen, Wiesel, Eldar, Hero 2010, IEEE Trans. Signal Processing 58, 5016 (doi 10.1109/TSP.2010.2053029). */
    OAS
}
