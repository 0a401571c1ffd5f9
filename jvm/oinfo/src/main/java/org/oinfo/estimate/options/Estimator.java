package org.oinfo.estimate.options;

import java.util.Locale;

/** How entropies are estimated from samples: by a correlation matrix, by counting, or from nearest neighbours. */
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
    DISCRETE,
    /**
     * Nearest neighbours: one radius for all entropies of an n-plet, the distance of each sample to its K-th neighbour in the
     * maximum norm; no model of the distribution, and no correlations.
     *
     * <p>Source: Kraskov, Stoegbauer, Grassberger 2004, Phys. Rev. E 69, 066138 (doi 10.1103/PhysRevE.69.066138), its first
     * algorithm.
     */
    KNN;

    /** Whether entropies come from correlations. */
    public boolean correlates() {
        return this == COPULA || this == GAUSSIAN;
    }

    /** As users write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
