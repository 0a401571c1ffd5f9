package org.oinfo.study.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The O-information of all groups of a layer's neurons, under one condition.
 *
 * @param seed of the network; 0 where the activations are given
 * @param layer name of the layer, as in the capture
 * @param activation which value of a neuron
 * @param condition of the network or the activations
 * @param ties how equal values were ranked: {@code average}, {@code random}, {@code ordinal}
 * @param width neurons of the layer
 * @param samples images T
 * @param dead 0-based neurons whose value never changes, left out of every n-plet
 * @param zeros share of exact zeros among the values of the other neurons
 * @param tied share of values that another sample of the same neuron has too, among the other neurons
 * @param orders ascending
 * @param subsets extremes over random subsets of equal size, which make layers of different width comparable; empty where not drawn
 * @param spectrum effective dimension, and what the eigenvalues alone make; null where there are no orders
 * @param tree n-plets beyond a tree; null where they were not counted
 * @param about the class; null where it was not estimated
 */
public record LayerLandscape(
        long seed,
        String layer,
        Activation activation,
        Condition condition,
        String ties,
        int width,
        int samples,
        List<Integer> dead,
        double zeros,
        double tied,
        List<Order> orders,
        List<Subsets> subsets,
        @Nullable Spectrum spectrum,
        @Nullable TreeNull tree,
        @Nullable AboutClass about) {

    /** Which value of a neuron. */
    public enum Activation {
        /** After the ReLU. */
        POST,
        /** Before the ReLU. */
        PRE,
        /** The sum of two tensors, such as a residual stream. */
        SUM,
        /** Of the output layer, before the softmax. */
        LOGITS,
        /** Of the output layer, after the softmax: they sum to 1. */
        SOFTMAX,
        /** The input itself: what the first layer is shown. */
        PIXELS
    }

    /** Of the network or the activations. */
    public enum Condition {
        /** The trained network. */
        TRAINED,
        /** The same network before any training. */
        UNTRAINED,
        /** The trained network's activations, the images of each neuron shuffled on their own: independent neurons. */
        SHUFFLED,
        /** The trained network's activations, the mean of each class taken out: what neurons share within classes. */
        WITHIN_CLASS
    }

    /**
     * All n-plets of an order.
     *
     * @param order k
     * @param total C(width - dead, k) = redundant + synergistic + balanced + singular
     * @param mean of Omega, nats; null when every n-plet is singular, as min and max
     * @param s mean of S = TC + DTC, nats, of all n-plets where they are 10,000 or fewer, else of as many random ones; null likewise
     * @param variance of Omega over the n-plets; null where it was not asked for
     * @param mostSynergistic smallest Omega first
     * @param mostRedundant largest Omega first
     * @param histogram of Omega; null where it was not asked for
     * @param seconds the scan took, correlations excluded
     */
    public record Order(
            int order,
            long total,
            long redundant,
            long synergistic,
            long balanced,
            long singular,
            @Nullable Double mean,
            @Nullable Double s,
            @Nullable Double variance,
            @Nullable Double min,
            @Nullable Double max,
            List<Group> mostSynergistic,
            List<Group> mostRedundant,
            @Nullable Histogram histogram,
            double seconds) {}

    /**
     * An n-plet.
     *
     * @param neurons 0-based, ascending
     * @param o Omega, nats
     */
    public record Group(List<Integer> neurons, double o) {}

    /**
     * Counts of Omega between edges.
     *
     * @param edges one more than counts, ascending, nats; the outermost two are open (null)
     */
    public record Histogram(List<@Nullable Double> edges, List<Long> counts) {}

    /**
     * Extremes of Omega over random subsets of the neurons: means over the draws and their standard deviations.
     *
     * @param order k
     * @param size neurons in a subset
     * @param draws subsets drawn
     */
    public record Subsets(
            int order,
            int size,
            int draws,
            double min,
            double minDeviation,
            double mean,
            double meanDeviation,
            double max,
            double maxDeviation) {}
}
