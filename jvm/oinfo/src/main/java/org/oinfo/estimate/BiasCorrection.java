package org.oinfo.estimate;

import org.apache.commons.numbers.gamma.Digamma;
import org.oinfo.data.BadInputException;

/**
 * The bias that finite samples add on average to the measures of an n-plet, nats, to be subtracted from the raw values. It
 * is the same for every n-plet of an order, whatever its correlations.
 *
 * <p>The entropy of k Gaussian variables estimated from T samples is biased by
 * b(k) = k (ln 2 - ln(T-1)) / 2 + 1/2 sum_{i=1..k} psi((T-i)/2), which is negative, and so
 *
 * <pre>  TC:    k b(1) - b(k)                      DTC: (1-k) b(k) + k b(k-1)
 *  Omega: (k-2) b(k) + k b(1) - k b(k-1)     S:   k b(1) - k b(k) + k b(k-1)</pre>
 *
 * <p>Omega's is about -k (k-1) (k-2) / (12 T^2): towards synergy. Exact for Gaussian samples, an approximation for the copula;
 * meaningless after shrinkage or with ordinal ties. Source: Misra, Singh and Demchuk 2005 (doi
 * 10.1016/j.jmva.2003.10.003) for the entropy; Ince et al. 2017 (doi 10.1002/hbm.23471) for its use.
 *
 * @param order k, at least 2
 * @param samples T, above k
 */
public record BiasCorrection(int order, int samples) {
    /**
     * Checks that a correction exists.
     *
     * @throws BadInputException T is not above k: no n-plet of the order has an invertible correlation matrix
     */
    public BiasCorrection {
        if (order < 2) {
            throw new BadInputException("the order must be at least 2: order=" + order + "; choose 2 or more");
        }
        if (samples <= order) {
            throw new BadInputException("there must be more samples than variables in an n-plet: samples=" + samples
                    + ", order=" + order + "; lower the order or give more samples");
        }
    }

    /** Bias of the total correlation, nats: positive. */
    public double tc() {
        return order * entropy(1) - entropy(order);
    }

    /** Bias of the dual total correlation, nats: positive. */
    public double dtc() {
        return (1 - order) * entropy(order) + order * entropy(order - 1);
    }

    /** Bias of the O-information, nats: negative, 0 for order 2. */
    public double o() {
        return (order - 2) * entropy(order) + order * entropy(1) - order * entropy(order - 1);
    }

    /** Bias of the S-information, nats: positive. */
    public double s() {
        return order * (entropy(1) - entropy(order) + entropy(order - 1));
    }

    /** Biases of all four measures. */
    public Measures measures() {
        return new Measures(tc(), dtc(), o(), s());
    }

    private double entropy(int variables) {
        return ofEntropy(variables, samples);
    }

    /**
     * Bias b(k) = 1/2 sum_{i=1..k} (psi((T-i)/2) - ln((T-1)/2)) of the entropy of k Gaussian variables whose covariance is
     * estimated from T samples with divisor T-1, nats: negative, 0 for k = 0.
     *
     * @param variables k, 0 or more
     * @param samples T, above k
     */
    public static double ofEntropy(int variables, int samples) {
        double log = Math.log((samples - 1) / 2.0);
        double sum = 0;
        for (int i = 1; i <= variables; i++) {
            sum += Digamma.value((samples - i) / 2.0) - log;
        }
        return sum / 2;
    }
}
