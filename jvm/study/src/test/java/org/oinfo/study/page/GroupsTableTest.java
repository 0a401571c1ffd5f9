package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.report.page.Section;
import org.oinfo.study.claims.Accuracies;
import org.oinfo.study.result.Pruning;

/** Two hundred random groups tell no p below 2/201; of twelve groups with q below 0.05 there are none, or three and more. */
class GroupsTableTest {
    private static final double LEAST = 2 / 201.0;

    private static Pruning pruning(int size, String choice, double p) {
        Pruning.Group group = new Pruning.Group(1.5, 0.2, 0.9, 0.3, 0.6, 200, p);
        return new Pruning(
                7,
                "hidden",
                size,
                choice,
                0,
                List.of("layer1"),
                List.of(List.of(0, 1, 2)),
                List.of(-0.1),
                List.of(group),
                10,
                10,
                0.5,
                0.8,
                null,
                null,
                List.of());
    }

    /** What the last column says of twelve groups of a network, of which so many are as extreme as can be, and the others not at all. */
    private static List<String> clear(int extreme) {
        List<Pruning> prunings = new ArrayList<>();
        for (int size : List.of(5, 10)) {
            for (String choice : Accuracies.GROUPS) {
                prunings.add(pruning(size, choice, prunings.size() < extreme ? LEAST : 1));
            }
        }
        Section section = new Section("groups");
        GroupsTable.of(new Accuracies(prunings)).addTo(section, false);
        return section.tables().getFirst().rows().stream()
                .map(row -> row.cells().getLast().text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void fewExtremeOnesAmongManyAreNotClear(int extreme) {
        assertThat(clear(extreme)).hasSize(12).containsOnly("0 of 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 12})
    void manyExtremeOnesAre(int extreme) {
        List<String> clear = clear(extreme);
        assertThat(clear.subList(0, extreme)).containsOnly("1 of 1");
        assertThat(clear.subList(extreme, 12)).doesNotContain("1 of 1");
    }
}
