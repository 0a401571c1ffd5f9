package org.oinfo.study.result;

import org.jspecify.annotations.Nullable;

/**
 * Accuracy of one choice of neurons less that of another, paired by network: the mean over networks with its Student interval.
 *
 * @param scope as in {@link Pruning}
 * @param size as in {@link Pruning}
 * @param treatment {@code ablated}, {@code retrained} or {@code tuned}
 * @param choice as in {@link Pruning}
 * @param against as in {@link Pruning}, or {@code whole} for the network that nothing was cut from; random choices of a network
 *     enter as their mean
 * @param networks pairs
 * @param mean of the differences, as a fraction
 * @param low lower end of the 95 % interval; null with fewer than two networks
 * @param high upper end of the 95 % interval
 * @param rank mean over networks of the share of random choices that did at least as well, ties counted half; null unless against random
 */
public record Difference(
        String scope,
        int size,
        String treatment,
        String choice,
        String against,
        int networks,
        double mean,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double rank) {}
