package org.oinfo.study.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import org.oinfo.study.TrainSettings;
import org.oinfo.study.prune.PruneSettings;
import picocli.CommandLine.Option;

/** Which sub-networks. */
@OptionGroup("Sub-networks:")
final class PruneOptions {
    private static final String BEST = "best";

    @Option(
            names = "--keep",
            paramLabel = "n",
            split = ",",
            description =
                    "neurons that stay in each layer that is cut, or best: the order where Omega, less its bias, is"
                            + " smallest (default: 5,10,20,50)")
    private @Nullable List<String> sizes;

    @Option(
            names = "--cut",
            paramLabel = "LAYER",
            split = ",",
            description =
                    "hidden: all hidden layers that can be cut at once; or the layers to cut one by one: layer1,layer3 (default: hidden)")
    private @Nullable List<String> scopes;

    @Option(
            names = "--method",
            paramLabel = "greedy|anneal",
            description = "how groups are sought (default: greedy, 10 starts)")
    private PruneSettings.@Nullable Method method;

    @Option(names = "--random", paramLabel = "n", description = "random sub-networks of the same size (default: 20)")
    private @Nullable Integer draws;

    @Option(
            names = "--mask",
            paramLabel = "weights-and-biases|weights",
            description =
                    "what is taken from neurons that do not stay: weights and biases, or as Clauw et al. do, weights alone"
                            + " (default: weights-and-biases)")
    private PruneSettings.@Nullable Mask mask;

    @Option(
            names = "--refit",
            paramLabel = "yes|no",
            description =
                    "fit the layer behind each cut one to the whole network, by least squares without labels (default: yes)")
    private @Nullable YesOrNo refit;

    @Option(
            names = "--retrain",
            paramLabel = "yes|no",
            description = "train sub-networks from the same initial weights (default: yes)")
    private @Nullable YesOrNo retrain;

    @Option(
            names = "--tune-epochs",
            paramLabel = "n",
            description = "and on from the trained weights for n passes, 0 for none (default: 3)")
    private @Nullable Integer tuneEpochs;

    /** Whether any of them was typed. */
    boolean typed() {
        return Stream.of(sizes, scopes, method, draws, mask, refit, retrain, tuneEpochs)
                .anyMatch(Objects::nonNull);
    }

    /** Settings with what was typed; usual sizes only where these networks have them. */
    PruneSettings applied(PruneSettings to, TrainSettings networks) {
        PruneSettings applied = sizes == null ? to.below(networks.narrowest()) : to;
        if (sizes != null) {
            List<Integer> numbers = new ArrayList<>();
            sizes.stream()
                    .filter(size -> !size.equals(BEST))
                    .map(PruneOptions::size)
                    .forEach(numbers::add);
            applied = applied.withSizes(numbers, sizes.contains(BEST));
        }
        if (scopes != null) {
            applied = applied.withScopes(scopes);
        }
        if (method != null) {
            applied = applied.withMethod(method, to.starts());
        }
        if (draws != null) {
            applied = applied.withDraws(draws);
        }
        if (mask != null) {
            applied = applied.withMask(mask);
        }
        if (refit != null) {
            applied = applied.withRefit(refit == YesOrNo.YES);
        }
        if (retrain != null || tuneEpochs != null) {
            applied = applied.withTraining(
                    retrain == null ? to.retrain() : retrain == YesOrNo.YES,
                    tuneEpochs == null ? to.tuneEpochs() : tuneEpochs);
        }
        return applied;
    }

    static int size(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    "--keep must be numbers of neurons or " + BEST + ", joined by commas: found \"" + text + '"');
        }
    }
}
