package org.oinfo.study.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.Domination;
import org.oinfo.study.claims.Layers;
import org.oinfo.study.claims.PerNetwork;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Group;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.Pruning;

/** The landscapes: layers against each other, against their controls, and what the figures rest on. */
final class LayerSections {
    /** The section that compares layers. */
    static final String COMPARISON = "Omega from layer to layer";

    private static final int GROUPS = 5;

    private final Layers layers;
    private final LayerCharts charts;
    private final OrderChart orders;

    LayerSections(List<LayerLandscape> landscapes, List<Pruning> prunings, Charts charts) {
        this.layers = new Layers(landscapes);
        this.charts = new LayerCharts(layers, charts);
        this.orders = new OrderChart(layers, new Accuracies(prunings), charts);
    }

    List<Section> all() {
        return List.of(comparison(), new ControlTables(layers).section(), controls(), details());
    }

    private Section comparison() {
        Section section = new Section(COMPARISON);
        section.text()
                .add("Gaussian-copula estimates without bias correction, as in arXiv 2408.08944; equal values get "
                        + layers.ties()
                        + " ranks. A smallest value over more n-plets is smaller by selection alone: layers are"
                        + " compared on random subsets of equal size.");
        charts.shares(section);
        charts.subsets(section);
        orders.draw(section);
        means(section);
        return section;
    }

    private void means(Section section) {
        Grid table = new Grid(
                "All n-plets of the trained network, mean ± standard deviation over networks",
                List.of(
                        "layer",
                        "order",
                        "networks",
                        "mean Omega (nats)",
                        "mean S (nats)",
                        "Omega/S",
                        "|Omega|/S",
                        "smallest (nats)",
                        "largest (nats)",
                        "redundant %",
                        "synergistic %"));
        for (String layer : layers.names()) {
            List<LayerLandscape> trained = layers.of(layer, Condition.TRAINED);
            for (int order : layers.orders()) {
                PerNetwork mean = Layers.values(trained, order, Order::mean);
                if (!mean.isEmpty()) {
                    table.row(List.of(
                            layer,
                            Integer.toString(order),
                            Integer.toString(mean.interval().networks()),
                            Digits.spread(mean.interval()),
                            Digits.of(Layers.values(trained, order, Order::s)
                                    .interval()
                                    .mean()),
                            Digits.spread(Layers.ratios(trained, order).interval()),
                            Digits.of(Math.abs(
                                    Layers.ratios(trained, order).interval().mean())),
                            Digits.spread(
                                    Layers.values(trained, order, Order::min).interval()),
                            Digits.spread(
                                    Layers.values(trained, order, Order::max).interval()),
                            Digits.spread(Layers.values(
                                            trained, order, each -> 100 * Domination.share(each.redundant(), each))
                                    .interval()),
                            Digits.spread(Layers.values(
                                            trained, order, each -> 100 * Domination.share(each.synergistic(), each))
                                    .interval())));
                }
            }
        }
        table.addTo(section, false);
    }

    private Section controls() {
        Section section = new Section("Controls, ties and activations");
        charts.conditions(section);
        charts.ties(section);
        charts.activations(section);
        return section;
    }

    private Section details() {
        Section section = new Section("Distributions, neurons and groups");
        charts.histograms(section);
        neurons(section);
        groups(section, "Most synergistic groups of the first trained network", Order::mostSynergistic);
        groups(section, "Most redundant groups of the first trained network", Order::mostRedundant);
        return section;
    }

    /** The dead neurons, zeros and ties that the estimates had to cope with. */
    private void neurons(Section section) {
        Grid table = new Grid(
                "Neurons, zeros and ties (mean ± standard deviation over networks)",
                List.of("layer", "value", "condition", "width", "T", "dead neurons", "exact zeros %", "tied values %"));
        for (String layer : layers.names()) {
            for (Activation activation : Activation.values()) {
                for (Condition condition : List.of(Condition.TRAINED, Condition.UNTRAINED)) {
                    List<LayerLandscape> found = layers.of(layer, condition, activation, layers.ties());
                    if (!found.isEmpty()) {
                        table.row(List.of(
                                layer,
                                lower(activation),
                                lower(condition),
                                Integer.toString(found.getFirst().width()),
                                Digits.count(found.getFirst().samples()),
                                spread(found, each -> (double) each.dead().size()),
                                spread(found, each -> 100 * each.zeros()),
                                spread(found, each -> 100 * each.tied())));
                    }
                }
            }
        }
        table.addTo(section, false);
    }

    private static String spread(List<LayerLandscape> found, Function<LayerLandscape, Double> value) {
        return Digits.spread(Interval.of(found.stream().map(value).toList()));
    }

    private void groups(Section section, String title, Function<Order, List<Group>> groups) {
        Grid table = new Grid(title, List.of("layer", "order", "Omega (nats)", "neurons (0-based)"));
        layers.firstNetwork()
                .forEach(landscape -> landscape
                        .orders()
                        .forEach(order -> groups.apply(order).stream()
                                .limit(GROUPS)
                                .forEach(group -> table.row(List.of(
                                        landscape.layer(),
                                        Integer.toString(order.order()),
                                        Digits.of(group.o()),
                                        neurons(group.neurons()))))));
        table.addTo(section, true);
    }

    /** Neurons as a list. */
    static String neurons(List<Integer> neurons) {
        return neurons.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** A constant in a table. */
    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
