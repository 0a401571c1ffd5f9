package org.oinfo.study.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.oinfo.report.Provenance;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.claims.Digits;
import org.oinfo.study.result.CellResult;
import org.oinfo.study.result.Interval;
import org.oinfo.study.result.Treatment;

/** Accuracies of the sub-networks of every cell, a column for each way to choose the neurons that stay. */
final class GridCuts {
    private final List<CellResult> cells;
    /** All choices of all cells, those of other sizes left out. */
    private final SequencedSet<String> choices = new LinkedHashSet<>();

    GridCuts(List<CellResult> cells) {
        this.cells = cells;
        for (CellResult cell : cells) {
            Accuracies accuracies = new Accuracies(cell.result().prunings());
            accuracies.scopes().stream().limit(1).forEach(scope -> choices.addAll(accuracies.choices(scope)));
        }
        choices.remove(Accuracies.COMPLEMENT);
    }

    Section section() {
        Section section = new Section("Which neurons to keep");
        List<String> head = new ArrayList<>(List.of("cell", "kept"));
        head.addAll(choices);
        Grid table = new Grid(
                "Accuracy in %, mean over networks, by how many neurons of each hidden layer stay and how they were chosen",
                head);
        cells.forEach(cell -> rows(cell, table));
        table.note(
                "Refitted to the whole network by least squares, without labels or training, where that was done; else trained"
                        + " again, else as they are. Intervals, and differences from random neurons, are on the page of each cell.");
        table.addTo(section, false);
        return section;
    }

    private void rows(CellResult cell, Grid table) {
        Accuracies accuracies = new Accuracies(cell.result().prunings());
        for (String scope : accuracies.scopes().stream().limit(1).toList()) {
            Treatment treatment = accuracies.cheapest();
            for (int size : accuracies.sizes(scope)) {
                List<String> row = new ArrayList<>(List.of(cell.name(), Accuracies.words(size)));
                for (String choice : choices) {
                    Interval found =
                            accuracies.values(scope, size, choice, treatment).interval();
                    row.add(found.networks() == 0 ? Provenance.NONE : Digits.fixed(100 * found.mean(), 1));
                }
                table.row(row);
            }
        }
    }
}
