package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oinfo.report.Provenance;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.PerNetwork;
import org.oinfo.study.claims.ScoreClaims;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Importance.Neuron;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A neuron's groups against what it does alone. */
final class ImportanceSection {
    private static final int SIDE_BY_SIDE = 3;
    private static final Map<String, String> WORDS = words();

    private ImportanceSection() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("meanO", "mean Omega");
        words.put("synergisticShare", "share of the most synergistic");
        words.put("redundantShare", "share of the most redundant");
        words.put("information", "information about the class");
        words.put("variance", "variance");
        words.put("weight", "outgoing weight");
        words.put("ablationLoss", "ablation loss");
        words.put("taylor", "first-order change of the loss");
        words.put("wanda", "weight times activation");
        return words;
    }

    static Section of(List<Importance> importance, Charts charts) {
        Section section = new Section("Groups against single neurons");
        Importance any = importance.getFirst();
        section.text()
                .add("A neuron's groups are the n-plets of order " + any.order()
                        + " that hold it, the extreme ones the "
                        + Digits.count(any.extremes()) + " at each end."
                        + (any.ablationImages() > 0
                                ? " Its ablation loss is what the mean cross-entropy of "
                                        + Digits.count(any.ablationImages())
                                        + " of the captured images gains when it is silenced."
                                : ""));
        List<Importance> first =
                importance.stream().filter(each -> each.seed() == any.seed()).toList();
        chart(section, charts, first, "ablation loss", Neuron::ablationLoss);
        chart(section, charts, first, "information about the class", Neuron::information);
        agreement(importance).addTo(section, false);
        return section;
    }

    private static void chart(
            Section section,
            Charts charts,
            List<Importance> layers,
            String score,
            Function<Neuron, @Nullable Double> value) {
        ArrayNode rows = Charts.rows();
        for (Importance layer : layers) {
            layer.neurons().forEach(neuron -> point(rows, layer.layer(), neuron, value.apply(neuron)));
        }
        if (!rows.isEmpty()) {
            ObjectNode chart = charts.addFacets(
                    section,
                    "scores",
                    "Mean Omega and " + score + ": a point for each neuron of the network of seed "
                            + layers.getFirst().seed(),
                    Map.of("rows", rows),
                    Math.min(SIDE_BY_SIDE, layers.size()));
            ((ObjectNode) chart.at("/spec/encoding/y")).put("title", score + " (nats)");
        }
    }

    private static void point(ArrayNode rows, String layer, Neuron neuron, @Nullable Double value) {
        Double o = neuron.meanO();
        if (o != null && value != null) {
            rows.addObject()
                    .put("layer", layer)
                    .put("neuron", neuron.neuron())
                    .put("o", o)
                    .put("value", value);
        }
    }

    private static Grid agreement(List<Importance> importance) {
        ScoreClaims scores = new ScoreClaims(importance);
        List<String> head = new ArrayList<>(List.of("score", "and"));
        head.addAll(scores.layers());
        Grid table =
                new Grid("Spearman's rank correlation of two scores, mean ± standard deviation over networks", head);
        SequencedSet<List<String>> pairs = new LinkedHashSet<>();
        importance.forEach(each -> each.agreement().forEach(pair -> pairs.add(List.of(pair.first(), pair.second()))));
        for (List<String> pair : pairs) {
            List<String> cells = new ArrayList<>();
            pair.forEach(field -> cells.add(WORDS.getOrDefault(field, field)));
            for (String layer : scores.layers()) {
                PerNetwork values = scores.agreement(layer, pair.getFirst(), pair.getLast());
                cells.add(values.isEmpty() ? Provenance.NONE : Digits.spread(values.interval()));
            }
            table.row(cells);
        }
        return table;
    }
}
