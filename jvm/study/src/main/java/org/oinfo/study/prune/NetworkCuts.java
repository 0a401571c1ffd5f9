package org.oinfo.study.prune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oinfo.OInformationOptions;
import org.oinfo.parallel.Monitor;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.Kept;
import org.oinfo.study.network.LayerMoments;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.network.MeanAblation;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Pruning;

/** All sub-networks of one network that are to be tested. */
final class NetworkCuts {
    private final StudiedNetwork network;
    private final PruneSettings settings;
    private final Map<Integer, CutLayer> layers;
    private final Map<Integer, GroupImportance> importance;
    private final List<SubNetwork> subNetworks = new ArrayList<>();

    private NetworkCuts(
            StudiedNetwork network,
            PruneSettings settings,
            Map<Integer, CutLayer> layers,
            Map<Integer, GroupImportance> importance) {
        this.network = network;
        this.settings = settings;
        this.layers = layers;
        this.importance = importance;
    }

    /**
     * Chooses the neurons of every sub-network.
     *
     * @param shown images on which the next layers are looked at; their labels are not used
     * @param tested images that groups of neurons are ablated on
     */
    static NetworkCuts of(
            StudiedNetwork network,
            Images shown,
            Images tested,
            PruneSettings settings,
            OInformationOptions options,
            Monitor monitor) {
        Architecture architecture = network.trained().architecture();
        settings.check(architecture);
        Map<Integer, CutLayer> layers = new TreeMap<>();
        for (String scope : settings.scopes()) {
            for (int layer : PruneSettings.layers(scope, architecture)) {
                layers.computeIfAbsent(layer, l -> CutLayer.of(trained(network, shown, l), settings, options, monitor));
            }
        }
        Map<Integer, GroupImportance> importance = new TreeMap<>();
        layers.forEach((index, layer) -> importance.put(
                index,
                new GroupImportance(
                        MeanAblation.of(network.trained(), index, shown, tested, options.threads()),
                        architecture.layers().get(index).units(),
                        layer.alive())));
        NetworkCuts cuts = new NetworkCuts(network, settings, layers, importance);
        cuts.choose();
        return cuts;
    }

    private static TrainedLayer trained(StudiedNetwork network, Images shown, int layer) {
        LayerShape shape = network.trained().architecture().layers().get(layer);
        return new TrainedLayer(
                layer,
                shape,
                network.seed(),
                network.capture(),
                scores(network, shape.name()),
                LayerMoments.of(network.trained(), layer + 1, shown));
    }

    private static List<Importance.Neuron> scores(StudiedNetwork network, String layer) {
        return network.scores().stream()
                .filter(scores ->
                        scores.seed() == network.seed() && scores.layer().equals(layer))
                .findFirst()
                .map(scores -> scores.neurons().stream()
                        .sorted(Comparator.comparingInt(Importance.Neuron::neuron))
                        .toList())
                .orElse(List.of());
    }

    private void choose() {
        for (String scope : settings.scopes()) {
            for (int size : settings.shownSizes()) {
                for (Choice choice : Choice.values()) {
                    boolean random = choice == Choice.RANDOM;
                    for (int draw = random ? 1 : 0; draw <= (random ? settings.draws() : 0); draw++) {
                        chosen(scope, size, choice, draw).ifPresent(subNetworks::add);
                    }
                }
            }
        }
    }

    private Optional<SubNetwork> chosen(String scope, int size, Choice choice, int draw) {
        Architecture architecture = network.trained().architecture();
        Kept kept = Kept.all(architecture);
        List<String> names = new ArrayList<>();
        List<int[]> cut = new ArrayList<>();
        List<@Nullable Double> o = new ArrayList<>();
        List<Pruning.Group> groups = new ArrayList<>();
        for (int index : PruneSettings.layers(scope, architecture)) {
            CutLayer layer = layers.get(index);
            if (layer == null) {
                throw new IllegalStateException("every layer of a scope must have been searched: layer=" + index);
            }
            Optional<int[]> neurons = layer.chosen(choice, draw, layer.size(size));
            if (neurons.isEmpty()) {
                return Optional.empty();
            }
            kept = kept.with(index, neurons.get());
            names.add(architecture.layers().get(index).name());
            cut.add(neurons.get());
            o.add(layer.o(neurons.get()));
            if (choice.ofGroups()) {
                long seed = Streams.rivalSeed(network.seed(), index);
                groups.add(
                        important(index).of(neurons.get(), layer.tc(neurons.get()), layer.domega(neurons.get()), seed));
            }
        }
        return Optional.of(new SubNetwork(
                scope,
                size,
                choice,
                draw,
                kept,
                names,
                cut,
                o,
                groups,
                network.trained().keep(kept).architecture()));
    }

    private GroupImportance important(int layer) {
        return Objects.requireNonNull(importance.get(layer), "every layer that is cut was ablated");
    }

    /** The network. */
    StudiedNetwork network() {
        return network;
    }

    /** All of them, in the order of results. */
    List<SubNetwork> subNetworks() {
        return subNetworks;
    }

    /** Those that can be computed together: with compact networks those of one shape, else all. */
    List<List<SubNetwork>> batches() {
        return settings.mask() == PruneSettings.Mask.WEIGHTS ? List.of(subNetworks) : shapes();
    }

    /** Those of one shape. */
    List<List<SubNetwork>> shapes() {
        Map<List<Integer>, List<SubNetwork>> shapes = new LinkedHashMap<>();
        for (SubNetwork subNetwork : subNetworks) {
            shapes.computeIfAbsent(subNetwork.widths(), w -> new ArrayList<>()).add(subNetwork);
        }
        return List.copyOf(shapes.values());
    }
}
