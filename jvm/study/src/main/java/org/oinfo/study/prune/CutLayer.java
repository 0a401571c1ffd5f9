package org.oinfo.study.prune;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.estimate.Measures;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.capture.CapturedLayer;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.LayerLandscape.Activation;

/** A hidden layer of a trained network, and the neurons of it that each choice keeps. */
final class CutLayer {
    private final TrainedLayer layer;
    private final OInformation info;
    private final LayerGroups groups;
    private final Optional<GroupsAboutClass> classes;

    private CutLayer(TrainedLayer layer, OInformation info, LayerGroups groups, Optional<GroupsAboutClass> classes) {
        this.layer = layer;
        this.info = info;
        this.groups = groups;
        this.classes = classes;
    }

    /**
     * Seeks the groups of a layer.
     *
     * @throws BadInputException the capture has not this layer, or its width is another; see {@link LayerGroups#of}
     */
    static CutLayer of(TrainedLayer layer, PruneSettings settings, OInformationOptions options, Monitor monitor) {
        LayerShape shape = layer.shape();
        Capture capture = layer.capture();
        CapturedLayer captured = capture.layer(shape.name(), Activation.POST);
        if (captured.width() != shape.units()) {
            throw new BadInputException("the capture must be of this network: " + shape.name() + " has " + shape.units()
                    + " neurons, " + capture.folder() + " has " + captured.width()
                    + " of that layer; capture this network again");
        }
        try (Samples samples = capture.samples(captured)) {
            OInformation info = OInformation.ofSamples(samples, options);
            String where = shape.name() + " in " + capture.folder();
            long seed = Streams.annealingSeed(layer.seed(), layer.position());
            return new CutLayer(
                    layer,
                    info,
                    LayerGroups.of(info, where, settings, seed, monitor),
                    GroupsAboutClass.of(capture, captured, options));
        }
    }

    /** Position in the architecture. */
    int layer() {
        return layer.position();
    }

    /** The size that stands for a size of the settings: itself, or the best order towards synergy. */
    int size(int shown) {
        return shown == PruneSettings.BEST_ORDER ? groups.bestOrder(Ends.SYNERGISTIC) : shown;
    }

    /** Neurons that an end's search kept. */
    int[] group(Ends end, int size) {
        return groups.group(end, size);
    }

    /** The best order of an end. */
    int bestOrder(Ends end) {
        return groups.bestOrder(end);
    }

    /**
     * The neurons that a choice keeps, ascending; empty where it goes by a score that some neuron lacks.
     *
     * @param draw number of a random choice, from 1
     */
    Optional<int[]> chosen(Choice choice, int draw, int size) {
        return switch (choice) {
            case SYNERGISTIC -> Optional.of(groups.group(Ends.SYNERGISTIC, size));
            case REDUNDANT -> Optional.of(groups.group(Ends.REDUNDANT, size));
            case COMPLEMENT -> Optional.of(complement(groups.group(Ends.SYNERGISTIC, size)));
            case RANDOM -> Optional.of(drawn(draw, size));
            case MIN_TC ->
                Optional.of(info.variables()
                        .columnsOf(LargestDeterminant.of(info.estimate().matrix(), size)
                                .positions()));
            case RECONSTRUCTION ->
                Optional.ofNullable(layer.next())
                        .map(next -> ascending(GreedyGroups.reconstruction(
                                next, info.variables().columns(), size)));
            case ENTROPY -> Optional.of(byEntropy(size));
            case LABEL -> byLabel(size);
            case INFORMATION -> top(Importance.Neuron::information, size);
            case VARIANCE -> top(Importance.Neuron::variance, size);
            case WEIGHT -> top(Importance.Neuron::weight, size);
            case ABLATION -> top(Importance.Neuron::ablationLoss, size);
            case TAYLOR -> top(Importance.Neuron::taylor, size);
            case WANDA -> top(Importance.Neuron::wanda, size);
        };
    }

    private int[] byEntropy(int size) {
        try (Samples samples = activations()) {
            return info.variables()
                    .columnsOf(LargestDeterminant.of(
                                    new Covariances(samples, info.variables().columns()).total(), size)
                            .positions());
        }
    }

    private Samples activations() {
        return layer.capture().samples(layer.capture().layer(layer.shape().name(), Activation.POST));
    }

    private Optional<int[]> byLabel(int size) {
        int[] labels = layer.capture().labels();
        if (labels.length == 0) {
            return Optional.empty();
        }
        try (Samples samples = activations()) {
            return Optional.of(ascending(
                    GreedyGroups.label(samples, labels, info.variables().columns(), size)));
        }
    }

    private static int[] ascending(int[] neurons) {
        return Arrays.stream(neurons).sorted().toArray();
    }

    private int[] complement(int[] group) {
        return IntStream.range(0, layer.shape().units())
                .filter(neuron -> Arrays.binarySearch(group, neuron) < 0)
                .toArray();
    }

    /**
     * Neurons that are not dead, in an order of the draw's own; as many of the first as asked for, so that a draw's choice of a
     * small size is part of its choice of a larger one. Dead ones would handicap the random choices: no other choice of a
     * size takes them.
     */
    private int[] drawn(int draw, int size) {
        int[] neurons = info.variables().columns();
        PermutationSampler.shuffle(RandomStreams.of(layer.seed(), Streams.draw(layer.position(), draw)), neurons);
        int[] some = Arrays.copyOf(neurons, size);
        Arrays.sort(some);
        return some;
    }

    /** The neurons with the largest scores of those that are not dead; of equal ones the first. */
    private Optional<int[]> top(Function<Importance.Neuron, @Nullable Double> score, int size) {
        int[] alive = info.variables().columns();
        double[] values = new double[layer.shape().units()];
        for (int neuron : alive) {
            Double value =
                    neuron < layer.scores().size() ? score.apply(layer.scores().get(neuron)) : null;
            if (value == null) {
                return Optional.empty();
            }
            values[neuron] = value;
        }
        return Optional.of(Arrays.stream(alive)
                .boxed()
                .sorted(Comparator.comparingDouble(neuron -> -values[neuron]))
                .limit(size)
                .mapToInt(neuron -> neuron)
                .sorted()
                .toArray());
    }

    /** Neurons that are not dead. */
    int[] alive() {
        return info.variables().columns();
    }

    /** Omega of neurons, nats; null where it is singular, a dead one is among them, or the images are too few. */
    @Nullable
    Double o(int[] neurons) {
        return measured(neurons, Measures::o);
    }

    /** Total correlation of neurons, nats; null as {@link #o}. */
    @Nullable
    Double tc(int[] neurons) {
        return measured(neurons, Measures::tc);
    }

    /** dOmega of neurons about the class, nats; null as {@link GroupsAboutClass#domega} says. */
    @Nullable
    Double domega(int[] neurons) {
        return classes.map(each -> each.domega(List.of(neurons))[0]).orElse(null);
    }

    private @Nullable Double measured(int[] neurons, ToDoubleFunction<Measures> measure) {
        boolean dead =
                Arrays.stream(neurons).anyMatch(neuron -> info.variables().position(neuron) < 0);
        if (dead || neurons.length < 2 || neurons.length >= info.samples()) {
            return null;
        }
        double value =
                measure.applyAsDouble(info.measures(List.of(neurons)).getFirst().measures());
        return Double.isNaN(value) ? null : value;
    }
}
