package org.oinfo.study.page;

import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oinfo.report.Provenance;
import org.oinfo.report.page.Page;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.claims.GridClaims;
import org.oinfo.study.claims.GridVerdicts;
import org.oinfo.study.claims.Judgement;
import org.oinfo.study.claims.Layers;
import org.oinfo.study.result.CellResult;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.LayerLandscape.Condition;

/** A grid of studies as one HTML file: each claim in each cell, the sign and size of each layer, and what conditions change. */
public final class GridPage {
    private final List<CellResult> cells;
    private final List<String> unfinished;
    private final int planned;

    private GridPage(List<CellResult> cells, List<String> unfinished, int planned) {
        this.cells = cells;
        this.unfinished = unfinished;
        this.planned = planned;
    }

    /**
     * Writes the page.
     *
     * @param cells that were worked on, one at least
     * @param unfinished a sentence for each of them that could not be finished
     * @param planned how many there will be
     */
    public static void write(List<CellResult> cells, List<String> unfinished, int planned, Writer out) {
        new GridPage(List.copyOf(cells), List.copyOf(unfinished), planned).write(out);
    }

    private void write(Writer out) {
        List<Section> sections = List.of(conditions(), claims(), layers(), new GridCuts(cells).section(), made());
        new Page(
                        "O-information of neural networks: the abstract of arXiv 2211.00416, on many networks",
                        summary(),
                        List.of(),
                        sections.stream().filter(section -> !section.isEmpty()).toList(),
                        "nats")
                .write("", out);
    }

    private String summary() {
        return cells.size() - unfinished.size() + " of " + planned + " cells are finished. " + signs();
    }

    /** The range of the sign, over cells and hidden layers. */
    private String signs() {
        TreeMap<Double, String> found = new TreeMap<>();
        each((cell, layer, order, ratio) -> found.put(
                ratio.mean(), Digits.of(ratio.mean()) + " (" + cell.name() + ", " + layer + ", order " + order + ")"));
        return found.isEmpty()
                ? ""
                : "Mean Omega/S of a layer goes from " + found.firstEntry().getValue() + " to "
                        + found.lastEntry().getValue() + "; -1 is synergy alone, 1 redundancy alone.";
    }

    private interface Ratio {
        void take(CellResult cell, String layer, int order, Interval ratio);
    }

    private void each(Ratio taker) {
        for (CellResult cell : cells) {
            Layers layers = new Layers(cell.result().landscapes());
            for (String layer : layers.ofNeurons()) {
                for (int order : layers.orders()) {
                    Interval ratio = Layers.ratios(layers.of(layer, Condition.TRAINED), order)
                            .interval();
                    if (ratio.networks() > 0) {
                        taker.take(cell, layer, order, ratio);
                    }
                }
            }
        }
    }

    /** One finding for each condition and its base. */
    private Section conditions() {
        Section section = new Section("What training changes");
        for (Claim claim : new GridClaims(cells).all()) {
            section.findings().add(StudyPage.finding(claim));
        }
        if (section.hasFindings()) {
            section.notes()
                    .add(
                            "Paired by seed: the same initial weights. That dropout and copies of neurons raise redundancy and random labels lower it was"
                                    + " predicted before any network was trained; a prediction that fails is told, not tuned. Of other"
                                    + " conditions no sign was.");
        }
        return section;
    }

    /** A table for each claim with a row for each cell. */
    private Section claims() {
        Section section = new Section("Each claim in each cell");
        for (GridVerdicts claim : GridVerdicts.of(cells)) {
            Grid table = new Grid(
                    claim.claim() + ": " + claim.counts(), List.of("cell", "verdict", "number nearest to another one"));
            claim.cells()
                    .forEach(
                            (cell, found) -> table.row(List.of(cell, Judgement.word(found.verdict()), found.figure())));
            table.addTo(section, true);
        }
        if (!cells.isEmpty()) {
            section.notes().add(Summary.rule(cells.getFirst().result()));
        }
        return section;
    }

    private Section layers() {
        Section section = new Section("Sign and size of each layer");
        SortedSet<Integer> orders = new TreeSet<>();
        Map<List<String>, Map<Integer, String>> rows = new LinkedHashMap<>();
        each((cell, layer, order, ratio) -> {
            orders.add(order);
            rows.computeIfAbsent(List.of(cell.name(), layer), row -> new HashMap<>())
                    .put(order, Digits.of(ratio));
        });
        List<String> head = new ArrayList<>(List.of("cell", "layer"));
        orders.forEach(order -> head.add("order " + order));
        Grid table = new Grid("Mean Omega over mean S, trained networks: mean over networks and 95 % interval", head);
        rows.forEach((row, ratios) -> {
            List<String> line = new ArrayList<>(row);
            orders.forEach(order -> line.add(ratios.getOrDefault(order, Provenance.NONE)));
            table.row(line);
        });
        table.addTo(section, false);
        return section;
    }

    private Section made() {
        Section section = new Section("Cells");
        Grid table = new Grid("", List.of("cell", "networks", "accuracy %", "seconds", "folder"));
        for (CellResult cell : cells) {
            table.row(List.of(
                    cell.name(),
                    Integer.toString(cell.result().training().size()),
                    GridClaims.accuracy(cell).replace(" %", ""),
                    seconds(cell),
                    cell.folder()));
        }
        table.addTo(section, false);
        section.notes().addAll(unfinished);
        return section;
    }

    private static String seconds(CellResult cell) {
        double sum = 0;
        if (cell.result().run().get("seconds") instanceof Map<?, ?> stages) {
            for (Object value : new ArrayList<>(stages.values())) {
                sum += value instanceof Number number ? number.doubleValue() : 0;
            }
        }
        return sum == 0 ? Provenance.NONE : String.format(Locale.ROOT, "%.0f", sum);
    }
}
