package org.oinfo.study.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sub-network of one trained network, and how well it does.
 *
 * @param seed of the network
 * @param scope layers that were cut: {@code hidden} for all hidden layers at once, or a layer's name
 * @param size neurons kept in each of them; 0 for the best order, each layer's own
 * @param choice how the neurons were chosen: {@code synergistic}, {@code redundant}, {@code complement} (all but the
 *     synergistic ones: the number kept is the width less {@code size}), {@code random}, {@code information}, {@code variance},
 *     {@code weight}, {@code ablation}
 * @param draw number of a random choice, from 1; 0 for the others
 * @param layers that were cut; empty where an earlier version did not tell
 * @param kept 0-based neurons kept, ascending, a list for each layer that was cut
 * @param o Omega of the neurons kept in each layer that was cut, nats; null where it is singular, too large to be estimated,
 *     or a dead neuron is among them
 * @param groups what the kept neurons of each layer that was cut matter together, in the whole network; empty for choices that go by
 *     neurons one by one, random ones and complements
 * @param parameters weights and biases of the smaller network
 * @param multiplyAdds products that it sums for one image
 * @param ablated accuracy with the others silenced and nothing trained again
 * @param refitted accuracy after the layers behind were refitted to the whole network's, without labels; null where not done
 * @param retrained accuracy after training from the same initial weights with the others masked; null where not done
 * @param tuned accuracy after further training from the trained weights with the others masked; null where not done
 * @param classes share of the test images of each class that the refitted network tells; empty where not done, null for a class
 *     without test images
 */
public record Pruning(
        long seed,
        String scope,
        int size,
        String choice,
        int draw,
        List<String> layers,
        List<List<Integer>> kept,
        List<@Nullable Double> o,
        List<Group> groups,
        long parameters,
        long multiplyAdds,
        double ablated,
        @Nullable Double refitted,
        @Nullable Double retrained,
        @Nullable Double tuned,
        List<@Nullable Double> classes) {
    /** Nothing is null but what may be. */
    public Pruning {
        // Studies of earlier versions did not tell.
        classes = classes == null ? List.of() : classes;
        layers = layers == null ? List.of() : layers;
        groups = groups == null ? List.of() : groups;
    }

    /**
     * What a group of a layer's neurons matters as a whole: loss is the mean cross-entropy of test images, nats, and a neuron is ablated
     * to its mean over the training images.
     *
     * @param tc total correlation, nats; null where it is singular or too large to be estimated
     * @param domega -(k-1) I(X;Y) + sum_j I(X_-j;Y) about the class Y, held out, nats: redundant above 0; null for more than ten neurons,
     *     and where there is no model of the classes
     * @param gain of the loss when all are ablated together
     * @param singles sum of the gains when each is ablated alone
     * @param interaction gain less singles: above 0 they matter more together than apart
     * @param rivals random groups of the size with about the same singles
     * @param p two-sided, of the interaction among those of the rivals; null with too few of them
     */
    public record Group(
            @Nullable Double tc,
            @Nullable Double domega,
            double gain,
            double singles,
            double interaction,
            int rivals,
            @Nullable Double p) {}
}
