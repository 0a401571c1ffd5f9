package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.Layers;
import org.oinfo.study.claims.PerNetwork;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.Pruning;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Omega against the order, layer by layer: the extremes and the mean of all n-plets where all were scored, and beyond them the groups
 * that were sought, and random ones.
 */
final class OrderChart {
    private static final String SMALLEST = "most synergistic";
    private static final String LARGEST = "most redundant";
    private static final String CHANCE = "mean of all, or of random groups";

    private final Layers layers;
    private final Accuracies subNetworks;
    private final Charts charts;
    private final ArrayNode rows = Charts.rows();

    OrderChart(Layers layers, Accuracies subNetworks, Charts charts) {
        this.layers = layers;
        this.subNetworks = subNetworks;
        this.charts = charts;
    }

    void draw(Section section) {
        for (String layer : layers.names()) {
            List<LayerLandscape> trained = layers.of(layer, Condition.TRAINED);
            for (int order : layers.orders()) {
                point(layer, order, SMALLEST, Layers.values(trained, order, Order::min));
                point(layer, order, CHANCE, Layers.values(trained, order, Order::mean));
                point(layer, order, LARGEST, Layers.values(trained, order, Order::max));
            }
        }
        subNetworks.scopes().forEach(this::groups);
        if (!rows.isEmpty()) {
            ObjectNode spec = charts.addFacets(
                    section,
                    "orders",
                    "Omega against the number of neurons of a group, trained network: of all groups where all were scored (orders "
                            + String.join(
                                    ", ",
                                    layers.orders().stream()
                                            .map(String::valueOf)
                                            .toList())
                            + "), beyond them of those found by search; means over networks with 95 % intervals",
                    Map.of("rows", rows),
                    Math.clamp(layers.names().size(), 2, 4));
            ArrayNode ticks = ((ObjectNode) spec.at("/spec/encoding/x/axis")).putArray("values");
            rows.valueStream()
                    .mapToInt(row -> row.path("order").intValue())
                    .distinct()
                    .sorted()
                    .forEach(ticks::add);
        }
    }

    /** Groups of a scope: those of all hidden layers, or of a layer that is cut alone. */
    private void groups(String scope) {
        List<String> cut = subNetworks.cut(scope).orElseGet(layers::hidden);
        for (int size : subNetworks.sizes(scope)) {
            for (int i = 0; i < cut.size() && size > 0 && !layers.orders().contains(size); i++) {
                point(cut.get(i), size, SMALLEST, omega(scope, size, Accuracies.SYNERGISTIC, i));
                point(cut.get(i), size, CHANCE, omega(scope, size, Accuracies.RANDOM, i));
                point(cut.get(i), size, LARGEST, omega(scope, size, Accuracies.REDUNDANT, i));
            }
        }
    }

    private PerNetwork omega(String scope, int size, String choice, int layer) {
        TreeMap<Long, List<Double>> draws = new TreeMap<>();
        for (Pruning each : subNetworks.of(scope, size, choice)) {
            Double o = layer < each.o().size() ? each.o().get(layer) : null;
            if (o != null) {
                draws.computeIfAbsent(each.seed(), seed -> new ArrayList<>()).add(o);
            }
        }
        PerNetwork values = PerNetwork.empty();
        draws.forEach((seed, each) -> values.put(seed, Interval.of(each).mean()));
        return values;
    }

    private void point(String layer, int order, String group, PerNetwork values) {
        if (!values.isEmpty()) {
            Interval o = values.interval();
            rows.addObject()
                    .put("layer", layer)
                    .put("order", order)
                    .put("group", group)
                    .put("o", o.mean())
                    .put("low", o.exists() ? o.low() : o.mean())
                    .put("high", o.exists() ? o.high() : o.mean())
                    .put("text", Digits.of(o));
        }
    }
}
