package org.oinfo.study.claims;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.oinfo.study.result.CellResult;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Claim.Verdict;

/**
 * A claim in every cell of a grid that says something of it.
 *
 * @param claim in a sentence
 * @param cells what was found, by the cell's name
 */
public record GridVerdicts(String claim, SequencedMap<String, Claim> cells) {
    /** Every claim of some cells, in the order in which they are met. */
    public static List<GridVerdicts> of(List<CellResult> cells) {
        Map<String, GridVerdicts> found = new LinkedHashMap<>();
        for (CellResult cell : cells) {
            for (Claim claim : cell.result().claims()) {
                found.computeIfAbsent(claim.claim(), name -> new GridVerdicts(name, new LinkedHashMap<>()))
                        .cells
                        .put(cell.name(), claim);
            }
        }
        return List.copyOf(found.values());
    }

    /** In how many cells it held, failed, and was not decided. */
    public String counts() {
        Map<Verdict, Long> counts = cells.values().stream()
                .collect(Collectors.groupingBy(
                        Claim::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
        String all = cells.size() == 1 ? "1 cell" : cells.size() + " cells";
        return counts.entrySet().stream()
                .map(each -> Judgement.word(each.getKey()) + " in " + each.getValue())
                .collect(Collectors.joining(", ", "", " of " + all));
    }
}
