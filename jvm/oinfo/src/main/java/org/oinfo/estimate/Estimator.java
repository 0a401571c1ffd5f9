package org.oinfo.estimate;

/** How a correlation matrix is estimated from samples. */
public enum Estimator {
    /**
     * Gaussian copula: each variable's values are replaced by normal scores of their ranks, so that only the order of the
     * values counts and Omega is a lower-bias, margin-free quantity.
     *
     * <p>Source: Ince et al. 2017, Human Brain Mapping 38, 1541 (doi 10.1002/hbm.23471).
     */
    COPULA,
    /** Plain Gaussian: Pearson correlation of the values as they are. */
    GAUSSIAN
}
