package org.oinfo.study.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.oinfo.report.page.HistogramRows;
import org.oinfo.report.page.HistogramTicks;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.Domination;
import org.oinfo.study.claims.Layers;
import org.oinfo.study.claims.Matched;
import org.oinfo.study.claims.PerNetwork;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.LayerLandscape.Subsets;
import org.oinfo.study.result.Spectrum.Extremes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The charts of Omega against the layer, each drawn only where there is something to draw. */
final class LayerCharts {
    private static final int MANY = 8;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, ToLongFunction<Order>> KINDS = kinds();

    private final Layers layers;
    private final Charts charts;

    LayerCharts(Layers layers, Charts charts) {
        this.layers = layers;
        this.charts = charts;
    }

    private static Map<String, ToLongFunction<Order>> kinds() {
        Map<String, ToLongFunction<Order>> kinds = new LinkedHashMap<>();
        kinds.put("synergy-dominated", Order::synergistic);
        kinds.put("balanced", Order::balanced);
        kinds.put("redundancy-dominated", Order::redundant);
        kinds.put("singular", Order::singular);
        return kinds;
    }

    /** Extremes and means over random subsets of equal size. */
    void subsets(Section section) {
        ArrayNode rows = Charts.rows();
        for (String layer : layers.names()) {
            List<LayerLandscape> trained = layers.of(layer, Condition.TRAINED);
            for (int order : layers.orders()) {
                point(rows, layer, order, "value", "largest", Layers.subsets(trained, order, Subsets::max));
                point(rows, layer, order, "value", "mean", Layers.subsets(trained, order, Subsets::mean));
                point(rows, layer, order, "value", "smallest", Layers.subsets(trained, order, Subsets::min));
                point(
                        rows,
                        layer,
                        order,
                        "value",
                        "largest, same eigenvalues",
                        Matched.means(trained, order, Extremes::max));
                point(
                        rows,
                        layer,
                        order,
                        "value",
                        "smallest, same eigenvalues",
                        Matched.means(trained, order, Extremes::min));
            }
        }
        String sizes = String.join(
                " or ",
                layers.subsetSizes().stream()
                        .map(size -> Integer.toString(size))
                        .toList());
        draw(
                section,
                "subsets",
                "Largest, mean and smallest Omega of random subsets of " + sizes
                        + " neurons, which makes layers of different width comparable, beside"
                        + " those of random matrices with the layer's eigenvalues; means over networks, bars of one standard deviation over them",
                rows);
    }

    /** Trained, untrained, shuffled. */
    void conditions(Section section) {
        Map<String, Function<String, List<LayerLandscape>>> series = new LinkedHashMap<>();
        for (Condition condition : Condition.values()) {
            series.put(LayerSections.lower(condition), layer -> layers.of(layer, condition));
        }
        series(
                section,
                series,
                "Mean Omega of all n-plets: the trained network and its controls; means over networks, bars of one standard"
                        + " deviation over them");
    }

    /** Rules of ties, where there are several. */
    void ties(Section section) {
        Map<String, Function<String, List<LayerLandscape>>> series = new LinkedHashMap<>();
        for (String rule : layers.tieRules()) {
            series.put(rule + " ranks", layer -> layers.of(layer, Condition.TRAINED, layers.activation(layer), rule));
        }
        series(
                section,
                series,
                "Mean Omega of all n-plets by how equal values are ranked; ordinal ranks follow the order of the images and"
                        + " feign redundancy where many values are zero");
    }

    /** Before and after the ReLU, or the softmax. */
    void activations(Section section) {
        Map<String, Function<String, List<LayerLandscape>>> series = new LinkedHashMap<>();
        series.put("as judged: after the ReLU, logits", layer -> layers.of(layer, Condition.TRAINED));
        series.put("before the ReLU", layer -> layers.of(layer, Condition.TRAINED, Activation.PRE, layers.ties()));
        series.put(
                "after the softmax", layer -> layers.of(layer, Condition.TRAINED, Activation.SOFTMAX, layers.ties()));
        series(section, series, "Mean Omega of all n-plets by which value of a neuron is taken (trained network)");
    }

    /** An order that only one series has compares nothing and is left out. */
    private void series(Section section, Map<String, Function<String, List<LayerLandscape>>> series, String caption) {
        ArrayNode rows = Charts.rows();
        for (int order : layers.orders()) {
            ArrayNode points = Charts.rows();
            for (String layer : layers.names()) {
                series.forEach((name, landscapes) -> point(
                        points,
                        layer,
                        order,
                        "series",
                        name,
                        Layers.values(landscapes.apply(layer), order, Order::mean)));
            }
            if (points.findValuesAsString("series").stream().distinct().count() > 1) {
                rows.addAll(points);
            }
        }
        draw(section, "series", caption, rows);
    }

    /** Which kind of n-plets there are. */
    void shares(Section section) {
        ArrayNode rows = Charts.rows();
        for (String layer : layers.names()) {
            List<LayerLandscape> trained = layers.of(layer, Condition.TRAINED);
            for (int order : layers.orders()) {
                int position = 0;
                for (Map.Entry<String, ToLongFunction<Order>> kind : KINDS.entrySet()) {
                    Interval share = Layers.values(
                                    trained,
                                    order,
                                    each -> Domination.share(kind.getValue().applyAsLong(each), each))
                            .interval();
                    if (share.mean() > 0) {
                        row(rows, layer, order)
                                .put("kind", kind.getKey())
                                .put("share", share.mean())
                                .put("position", position);
                    }
                    position++;
                }
            }
        }
        draw(
                section,
                "shares",
                "Which dominates, as shares of all n-plets (trained network, means over networks)",
                rows);
    }

    /** Distributions of the first network. */
    void histograms(Section section) {
        ArrayNode rows = Charts.rows();
        layers.firstNetwork()
                .forEach(landscape -> landscape.orders().stream()
                        .filter(order -> order.histogram() != null && order.total() > 0)
                        .forEach(order -> {
                            for (JsonNode bar : HistogramRows.of(MAPPER.valueToTree(order.histogram()))) {
                                ObjectNode row = rows.addObject().setAll((ObjectNode) bar);
                                row.put("order", "order " + order.order());
                                row.put("panel", landscape.layer() + ", order " + order.order());
                            }
                        }));
        if (!rows.isEmpty()) {
            ObjectNode spec = charts.addFacets(
                    section,
                    "histograms",
                    "Distribution of Omega over all n-plets, first trained network (the area is the share; the axis is linear"
                            + " within ±0.001, logarithmic beyond)",
                    Map.of("rows", rows),
                    Math.max(2, orders(rows)));
            ((ObjectNode) spec.at("/spec/encoding/x/axis")).set("values", HistogramTicks.of(rows));
        }
    }

    private void draw(Section section, String name, String caption, ArrayNode rows) {
        if (!rows.isEmpty()) {
            // Names of many layers need the whole width.
            int sideBySide = layers.names().size() > MANY ? 1 : Math.max(2, orders(rows));
            charts.addFacets(section, name, caption, Map.of("rows", rows), sideBySide);
        }
    }

    private static int orders(ArrayNode rows) {
        return (int) rows.findValuesAsString("order").stream().distinct().count();
    }

    private static void point(ArrayNode rows, String layer, int order, String field, String name, PerNetwork values) {
        Interval interval = values.interval();
        if (interval.networks() > 0) {
            double deviation = Double.isNaN(interval.deviation()) ? 0 : interval.deviation();
            row(rows, layer, order)
                    .put(field, name)
                    .put("o", interval.mean())
                    .put("low", interval.mean() - deviation)
                    .put("high", interval.mean() + deviation)
                    .put("text", Digits.spread(interval));
        }
    }

    private static ObjectNode row(ArrayNode rows, String layer, int order) {
        return rows.addObject().put("layer", layer).put("order", "order " + order);
    }
}
