package org.oinfo.study.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores of single neurons of a layer: from the groups they are in, and from themselves alone.
 *
 * @param seed of the network
 * @param layer name of the layer
 * @param order of the n-plets behind the scores
 * @param extremes n-plets at each end that the shares count
 * @param ablationImages images that the ablation loss was taken on
 * @param neurons all of the layer, dead ones included
 * @param agreement how alike the scores rank the neurons that are not dead
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
     * @param meanO mean Omega of the n-plets that hold it, nats
     * @param synergisticShare share of the most synergistic n-plets that hold it
     * @param redundantShare share of the most redundant n-plets that hold it
     * @param information mutual information with the class, nats
     * @param variance of its activation
     * @param weight Euclidean norm of its outgoing weights
     * @param ablationLoss what the mean cross-entropy gains when it is silenced, nats
     */
    public record Neuron(
            int neuron,
            boolean dead,
            @Nullable Double meanO,
            @Nullable Double synergisticShare,
            @Nullable Double redundantShare,
            @Nullable Double information,
            double variance,
            double weight,
            double ablationLoss) {}

    /**
     * Spearman's rank correlation of two scores over the neurons that are not dead.
     *
     * @param first name of a field of {@link Neuron}
     * @param second name of another
     * @param correlation null where one of the scores is constant
     */
    public record Agreement(
            String first, String second, @Nullable Double correlation) {}
}
