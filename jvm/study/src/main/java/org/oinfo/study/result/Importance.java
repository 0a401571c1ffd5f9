package org.oinfo.study.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores of single neurons of a layer: from the groups they are in, and from themselves alone.
 *
 * @param seed of the network; 0 where the activations are given
 * @param layer name of the layer
 * @param order of the n-plets behind the scores
 * @param extremes n-plets at each end that the shares count; 0 with fewer neurons alive than the order
 * @param ablationImages images that the ablation loss was taken on; 0 without the network
 * @param neurons all of the layer, dead ones included
 * @param agreement how alike the scores rank the neurons that are not dead: every pair of the nine scores, none where all
 *     neurons are dead
 */
public record Importance(
        long seed,
        String layer,
        int order,
        int extremes,
        int ablationImages,
        List<Neuron> neurons,
        List<Agreement> agreement) {

    /**
     * One neuron; a dead one has no Omega, no shares and no mutual information.
     *
     * @param neuron 0-based
     * @param dead its value never changes
     * @param meanO mean Omega of the n-plets that hold it and are not singular, nats; null too where there are none
     * @param synergisticShare share of the most synergistic n-plets that hold it; null as {@code meanO}
     * @param redundantShare share of the most redundant n-plets that hold it; null as {@code meanO}
     * @param information mutual information with the class, nats: from 16 bins of about equally many images, equal values in one
     *     bin, less the bias of Miller and Madow, so that it may be a little below 0; null too without classes
     * @param variance of its activation, divisor T - 1
     * @param weight Euclidean norm of its outgoing weights; null without the network
     * @param ablationLoss what the mean cross-entropy gains when it is silenced, nats; null without the network
     * @param taylor mean over images of the first-order change of the cross-entropy when it is silenced, nats; null without the network
     * @param wanda sum of |outgoing weight| times the norm of the activation, a root mean square over images; null without the network
     */
    public record Neuron(
            int neuron,
            boolean dead,
            @Nullable Double meanO,
            @Nullable Double synergisticShare,
            @Nullable Double redundantShare,
            @Nullable Double information,
            double variance,
            @Nullable Double weight,
            @Nullable Double ablationLoss,
            @Nullable Double taylor,
            @Nullable Double wanda) {}

    /**
     * Spearman's rank correlation of two scores over the neurons that are not dead and have both.
     *
     * @param first name of a field of {@link Neuron}
     * @param second name of another
     * @param correlation null where one of the scores is constant or missing
     */
    public record Agreement(
            String first, String second, @Nullable Double correlation) {}
}
