package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oinfo.report.page.Section;
import org.oinfo.study.result.Pruning;

/** Two hundred random groups tell no p below 2/201. */
class GroupsTableTest {
    private static Pruning pruning(int size, String choice) {
        Pruning.Group group = new Pruning.Group(1.5, 0.2, 0.9, 0.3, 0.6, 200, 2 / 201.0);
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

    private static final List<String> FIVE = Accuracies.GROUPS.subList(0, 5);

    private static Section.Table table(List<Integer> sizes, List<String> choices) {
        Section section = new Section("groups");
        GroupsTable.of(new Accuracies(sizes.stream()
                        .flatMap(size -> choices.stream().map(choice -> pruning(size, choice)))
                        .toList()))
                .addTo(section, false);
        return section.tables().getFirst();
    }

    private static List<String> clear(Section.Table table) {
        return table.rows().stream().map(row -> row.cells().getLast().text()).toList();
    }

    @Test
    void fewGroupsCanPassHolm() {
        Section.Table table = table(List.of(5), FIVE);
        assertThat(clear(table)).hasSize(5).containsOnly("1 of 1");
        assertThat(table.note()).isEmpty();
    }

    @Test
    void whereNoGroupCouldPassThatIsSaid() {
        Section.Table table = table(List.of(5, 10), FIVE);
        assertThat(clear(table)).hasSize(10).containsOnly("0 of 1");
        assertThat(table.note())
                .containsExactly("So many groups are compared with so few random ones that no p after Holm can be below"
                        + " 0.10: the last column is 0 whatever they matter.");
    }
}
