package org.oinfo.study.prune;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.result.Importance;

/**
 * Which sub-networks are tested, and how. Immutable: {@code PruneSettings.defaults().withSizes(List.of(10, 20))}.
 *
 * <p>The best order, where it is asked for, is a size of each layer's own: where Omega, less its bias, is smallest along the
 * layer's greedy paths towards synergy. The correction is not for the choice of the best of many neurons at every step, so the
 * best order tends to be too large. All choices take that size, so that sub-networks are compared at equal size; results show it
 * as size 0.
 *
 * @param sizes neurons kept in each layer that is cut, each at least 3 (Omega of fewer is 0); kept ascending, each once
 * @param bestOrder whether the best order is a size too
 * @param scopes {@link #HIDDEN} or names of hidden layers: what is cut at once
 * @param method how groups are sought
 * @param starts of the greedy search at each end
 * @param draws random choices, at least 1
 * @param mask what the masks of neurons that are not kept reach
 * @param refit whether the layers behind cut ones are fitted to the whole network's by least squares
 * @param retrain whether sub-networks are trained again from the initial weights
 * @param tuneEpochs passes over the images that sub-networks are trained on from the trained weights; 0 for none
 */
public record PruneSettings(
        List<Integer> sizes,
        boolean bestOrder,
        List<String> scopes,
        Method method,
        int starts,
        int draws,
        Mask mask,
        boolean refit,
        boolean retrain,
        int tuneEpochs) {
    /** The scope of all hidden layers at once. */
    public static final String HIDDEN = "hidden";

    /** The size that results show for the best order. */
    public static final int BEST_ORDER = 0;

    /** Omega of a pair is 0. */
    static final int SMALLEST = 3;

    /** How groups are sought. */
    public enum Method {
        /** {@link org.oinfo.search.greedy.GreedySearch}: its paths have every size. */
        GREEDY,
        /** {@link org.oinfo.search.anneal.Annealing}, size by size. */
        ANNEAL
    }

    /** The reach of masks. */
    public enum Mask {
        /** Neurons that are not kept are gone: their weights and biases, in and out. */
        WEIGHTS_AND_BIASES,
        /**
         * Weights into neurons that are not kept are zero, but their biases are trained and reach the next layer. Training from
         * biases of zero is the same under both masks where a ReLU follows: its gradient at 0 is 0, so those biases stay there.
         */
        WEIGHTS
    }

    /** Checks what does not depend on a network. */
    public PruneSettings {
        sizes = sizes.stream().sorted().distinct().toList();
        scopes = scopes.stream().distinct().toList();
        if (scopes.isEmpty() || (sizes.isEmpty() && !bestOrder)) {
            throw new BadInputException("pruning needs at least one size and one scope: found " + sizes.size()
                    + " sizes and " + scopes.size() + " scopes; give sizes, or ask for the best order, and " + HIDDEN
                    + " or a hidden layer");
        }
        if (!sizes.isEmpty() && sizes.getFirst() < SMALLEST) {
            throw new BadInputException("a sub-network must keep at least " + SMALLEST
                    + " neurons of a layer, Omega of fewer is 0: size=" + sizes.getFirst() + "; choose larger sizes");
        }
        if (bestOrder && method != Method.GREEDY) {
            throw new BadInputException("the best order is found along greedy paths: method=" + method
                    + "; choose the method GREEDY, or give sizes");
        }
        atLeast("starts of the greedy search", "starts", starts, 1);
        atLeast("random choices", "draws", draws, 1);
        atLeast("passes of further training", "tune epochs", tuneEpochs, 0);
    }

    private static void atLeast(String what, String name, int value, int least) {
        if (value < least) {
            throw new BadInputException(
                    "the number of " + what + " must be at least " + least + ": " + name + "=" + value);
        }
    }

    /** Sizes 5, 10, 20 and 50 of all hidden layers at once, greedy, 10 starts, 20 random choices, refitted, retrained, tuned 3 times. */
    public static PruneSettings defaults() {
        return new PruneSettings(
                List.of(5, 10, 20, 50),
                false,
                List.of(HIDDEN),
                Method.GREEDY,
                10,
                20,
                Mask.WEIGHTS_AND_BIASES,
                true,
                true,
                3);
    }

    /** These settings with other sizes, the best order among them or not. */
    public PruneSettings withSizes(List<Integer> newSizes, boolean newBestOrder) {
        return new PruneSettings(
                newSizes, newBestOrder, scopes, method, starts, draws, mask, refit, retrain, tuneEpochs);
    }

    /** These settings without the sizes that a layer does not have; half of it where none is left. */
    public PruneSettings below(int neurons) {
        List<Integer> smaller = sizes.stream().filter(size -> size < neurons).toList();
        boolean none = smaller.isEmpty() && !bestOrder;
        return withSizes(none ? List.of(Math.max(SMALLEST, neurons / 2)) : smaller, bestOrder);
    }

    /** These settings without the sizes that the living neurons of a network's layers do not allow; as they are where none is left. */
    public PruneSettings possible(Architecture architecture, List<Importance> scores) {
        List<String> cut = scopes.stream()
                .flatMap(scope -> layers(scope, architecture).stream())
                .map(index -> architecture.layers().get(index).name())
                .toList();
        long alive = scores.stream()
                .filter(layer -> cut.contains(layer.layer()))
                .mapToLong(layer -> layer.neurons().stream()
                        .filter(neuron -> !neuron.dead())
                        .count())
                .min()
                .orElse(Long.MAX_VALUE);
        List<Integer> some = sizes.stream().filter(size -> size < alive).toList();
        return some.isEmpty() ? this : withSizes(some, bestOrder);
    }

    /** These settings with other scopes. */
    public PruneSettings withScopes(List<String> newScopes) {
        return new PruneSettings(sizes, bestOrder, newScopes, method, starts, draws, mask, refit, retrain, tuneEpochs);
    }

    /** These settings with groups sought in another way. */
    public PruneSettings withMethod(Method newMethod, int newStarts) {
        return new PruneSettings(
                sizes, bestOrder, scopes, newMethod, newStarts, draws, mask, refit, retrain, tuneEpochs);
    }

    /** These settings with another number of random choices. */
    public PruneSettings withDraws(int newDraws) {
        return new PruneSettings(sizes, bestOrder, scopes, method, starts, newDraws, mask, refit, retrain, tuneEpochs);
    }

    /** These settings with another mask. */
    public PruneSettings withMask(Mask newMask) {
        return new PruneSettings(sizes, bestOrder, scopes, method, starts, draws, newMask, refit, retrain, tuneEpochs);
    }

    /** These settings with other treatments. */
    public PruneSettings withTraining(boolean newRetrain, int newTuneEpochs) {
        return new PruneSettings(
                sizes, bestOrder, scopes, method, starts, draws, mask, refit, newRetrain, newTuneEpochs);
    }

    /** These settings with layers refitted or not. */
    public PruneSettings withRefit(boolean newRefit) {
        return new PruneSettings(sizes, bestOrder, scopes, method, starts, draws, mask, newRefit, retrain, tuneEpochs);
    }

    /** The sizes as results show them: that of the best order last. */
    List<Integer> shownSizes() {
        List<Integer> shown = new ArrayList<>(sizes);
        if (bestOrder) {
            shown.add(BEST_ORDER);
        }
        return shown;
    }

    /** Positions of the layers that a scope cuts: of all hidden ones those that can be cut. */
    static List<Integer> layers(String scope, Architecture architecture) {
        return scope.equals(HIDDEN) ? architecture.cuttable() : List.of(layer(scope, architecture));
    }

    /** The hidden layers that stay whole where all that can be are cut, and why; empty where single layers are named. */
    public List<String> left(Architecture architecture) {
        if (!scopes.contains(HIDDEN)) {
            return List.of();
        }
        List<String> left = new ArrayList<>();
        for (int l = 0; l < architecture.hidden().size(); l++) {
            String name = architecture.layers().get(l).name();
            architecture.staysWhole(l).ifPresent(why -> left.add(name + " is left whole: " + why));
        }
        return left;
    }

    /** Position of a hidden layer that can be cut. */
    static int layer(String name, Architecture architecture) {
        int layer = architecture.indexOf(name);
        if (layer == architecture.hidden().size()) {
            throw new BadInputException(
                    "the layer that is cut must be hidden: found " + name + "; it has a neuron for each class");
        }
        architecture.requireCuttable(layer);
        return layer;
    }

    /**
     * Refuses what no network of an architecture can do, before one is trained.
     *
     * @throws BadInputException a scope is no hidden layer that can be cut, or a size is not below the width of a layer that is cut
     */
    public void check(Architecture architecture) {
        for (String scope : scopes) {
            for (int index : layers(scope, architecture)) {
                LayerShape layer = architecture.layers().get(index);
                int least = sizes.isEmpty() ? SMALLEST : sizes.getLast();
                if (least >= layer.units()) {
                    throw new BadInputException(
                            "a size must be below the number of neurons of each layer that is cut: size="
                                    + least + ", " + layer.name() + " has " + layer.units()
                                    + "; choose smaller sizes, or cut wider layers alone");
                }
            }
        }
    }
}
