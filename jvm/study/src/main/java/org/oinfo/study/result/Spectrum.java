package org.oinfo.study.result;

import java.util.List;

/**
 * How many dimensions a layer's neurons have together, and what that number alone makes of the O-information.
 *
 * @param dimension effective dimension (participation ratio) of the correlations of the neurons that are not dead, (sum l)^2 / sum l^2
 *     over their eigenvalues l: N for independent neurons, 1 for copies of one. Bretherton et al. 1999, J. Climate 12, 1990; Gao et
 *     al. 2017, doi 10.1101/214262
 * @param matched landscapes of random correlation matrices with the same eigenvalues, an entry for each order; empty where none were
 *     drawn
 */
public record Spectrum(double dimension, List<Matched> matched) {
    /**
     * Landscapes of the matrices at an order, one an entry.
     *
     * @param order k
     * @param all over all n-plets
     * @param subsets means over the same random subsets as those of the data; empty where none were drawn
     */
    public record Matched(int order, List<Extremes> all, List<Extremes> subsets) {}

    /**
     * Omega of the n-plets of one matrix, nats.
     *
     * @param min smallest
     * @param mean of all
     * @param max largest
     */
    public record Extremes(double min, double mean, double max) {}
}
