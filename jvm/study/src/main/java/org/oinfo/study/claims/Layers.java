package org.oinfo.study.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.LayerLandscape.Subsets;

/** The landscapes of a study by layer, condition, order and network. */
public final class Layers {
    /** Claims name no layer, so that those of networks of any depth are one; their numbers do. */
    static final String DEEPER = " from the first hidden layer to the last";

    private static final String MAIN_TIES = "average";

    /** The value of a neuron that stands for its layer is the first of these that was captured. */
    private static final List<Activation> PREFERRED = List.of(
            Activation.POST, Activation.SUM, Activation.LOGITS, Activation.PRE, Activation.SOFTMAX, Activation.PIXELS);

    private final List<LayerLandscape> all;
    private final List<String> names;
    private final String ties;

    /** Of all networks, orders and controls. */
    public Layers(List<LayerLandscape> all) {
        this.all = all;
        this.names = all.stream().map(LayerLandscape::layer).distinct().toList();
        this.ties = all.isEmpty() || all.stream().anyMatch(each -> each.ties().equals(MAIN_TIES))
                ? MAIN_TIES
                : all.getFirst().ties();
    }

    /** Layers in the order of the network. */
    public List<String> names() {
        return names;
    }

    /** Layers whose neurons are followed by something: those captured after the ReLU. */
    public List<String> hidden() {
        return names.stream()
                .filter(layer -> activation(layer) == Activation.POST)
                .toList();
    }

    /** The layer whose values decide the class. */
    Optional<String> output() {
        return names.stream()
                .filter(layer -> activation(layer) == Activation.LOGITS)
                .reduce((first, second) -> second);
    }

    /** Which value of a neuron stands for its layer. */
    public Activation activation(String layer) {
        return PREFERRED.stream()
                .filter(value ->
                        all.stream().anyMatch(each -> each.layer().equals(layer) && each.activation() == value))
                .findFirst()
                .orElse(Activation.POST);
    }

    /** How ties are ranked in the landscapes that claims are judged on. */
    public String ties() {
        return ties;
    }

    /** All rules of ties that were used. */
    public List<String> tieRules() {
        return all.stream().map(LayerLandscape::ties).distinct().toList();
    }

    /** Orders of any landscape, ascending. */
    public List<Integer> orders() {
        return List.copyOf(all.stream()
                .flatMap(each -> each.orders().stream().map(Order::order))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    }

    /** Landscapes of a layer under a condition, by the value that stands for it and the main rule of ties: one a network. */
    public List<LayerLandscape> of(String layer, Condition condition) {
        return of(layer, condition, activation(layer), ties);
    }

    /** Landscapes of a layer: one a network. */
    public List<LayerLandscape> of(String layer, Condition condition, Activation activation, String tieRule) {
        return all.stream()
                .filter(each -> each.layer().equals(layer)
                        && each.condition() == condition
                        && each.activation() == activation
                        && each.ties().equals(tieRule))
                .toList();
    }

    /** Layers of neurons, the input left out. */
    public List<String> ofNeurons() {
        return names.stream()
                .filter(layer -> activation(layer) != Activation.PIXELS)
                .toList();
    }

    /** The landscapes that claims are judged on, of the first network. */
    public Stream<LayerLandscape> firstNetwork() {
        return names.stream()
                .flatMap(layer -> of(layer, Condition.TRAINED).stream().limit(1));
    }

    /** A value of a landscape, for each network that has it. */
    public static PerNetwork each(List<LayerLandscape> landscapes, Function<LayerLandscape, @Nullable Double> value) {
        PerNetwork values = PerNetwork.empty();
        landscapes.forEach(landscape -> values.put(landscape.seed(), value.apply(landscape)));
        return values;
    }

    /** Omega/S of an order, the mean of one over that of the other, for each network: -1 to 1. */
    public static PerNetwork ratios(List<LayerLandscape> landscapes, int order) {
        return values(landscapes, order, Order::mean).over(values(landscapes, order, Order::s));
    }

    /** Whether extremes of two layers may be compared: equal samples, and random subsets of equal size. */
    static boolean comparable(List<LayerLandscape> first, List<LayerLandscape> second, int order) {
        Set<Double> sizes = new HashSet<>();
        for (List<LayerLandscape> layer : List.of(first, second)) {
            sizes.addAll(
                    subsets(layer, order, each -> (double) each.size()).values().values());
        }
        return sizes.size() == 1 && samples(first).equals(samples(second));
    }

    /** A value of an order, for each network. */
    public static PerNetwork values(
            List<LayerLandscape> landscapes, int order, Function<Order, @Nullable Double> value) {
        PerNetwork values = PerNetwork.empty();
        for (LayerLandscape landscape : landscapes) {
            for (Order each : landscape.orders()) {
                if (each.order() == order) {
                    values.put(landscape.seed(), value.apply(each));
                }
            }
        }
        return values;
    }

    /** A value of the random subsets of an order, for each network. */
    public static PerNetwork subsets(
            List<LayerLandscape> landscapes, int order, Function<Subsets, @Nullable Double> value) {
        PerNetwork values = PerNetwork.empty();
        for (LayerLandscape landscape : landscapes) {
            for (Subsets each : landscape.subsets()) {
                if (each.order() == order) {
                    values.put(landscape.seed(), value.apply(each));
                }
            }
        }
        return values;
    }

    /** {@code T = 10,000}, and a range where networks differ. */
    static String samples(List<LayerLandscape> landscapes) {
        return "T = "
                + range(landscapes.stream().mapToLong(LayerLandscape::samples).toArray());
    }

    /** {@code 187 to 200} neurons that are not dead. */
    static String alive(List<LayerLandscape> landscapes) {
        return range(landscapes.stream()
                .mapToLong(each -> each.width() - each.dead().size())
                .toArray());
    }

    private static String range(long[] values) {
        long least = Arrays.stream(values).min().orElse(0);
        long most = Arrays.stream(values).max().orElse(0);
        return least == most ? Digits.count(least) : Digits.count(least) + " to " + Digits.count(most);
    }

    /** Sizes of the random subsets that were drawn. */
    public SequencedSet<Integer> subsetSizes() {
        List<Integer> sizes = new ArrayList<>();
        all.forEach(each -> each.subsets().forEach(subset -> sizes.add(subset.size())));
        return new LinkedHashSet<>(sizes);
    }
}
