package org.oinfo.estimate;

/** How entropies are estimated from samples: by a correlation matrix, or by counting. */
public enum Estimator {
    /**
     * Gaussian copula: each variable's values are replaced by normal scores of their ranks, so that only the order of the
     * values counts and Omega is a lower-bias, margin-free quantity.
     *
     * <p>Source: Ince et al. 2017, Human Brain Mapping 38, 1541 (doi 10.1002/hbm.23471).
     */
    COPULA,
    /** Plain Gaussian: Pearson correlation of the values as they are. */
    GAUSSIAN,
    /** Plug-in entropies of variables with few values, from how often their joint states occur; there are no correlations. */
    DISCRETE
}
