package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oinfo.study.claims.GridClaims;
import org.oinfo.study.claims.GridVerdicts;
import org.oinfo.study.claims.Judgement;
import org.oinfo.study.result.CellResult;
import org.oinfo.study.result.Claim;
import org.oinfo.study.result.Claim.Verdict;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.StudyResult;

class GridPageTest {
    private static CellResult cell(String condition, StudyResult result) {
        return new CellResult("digits_4-4_" + condition, "digits", "4-4", condition, result);
    }

    /** The same study with Omega/S of every landscape moved by so much. */
    private static StudyResult moved(StudyResult result, double ratio) {
        List<LayerLandscape> landscapes = result.landscapes().stream()
                .map(each -> new LayerLandscape(
                        each.seed(),
                        each.layer(),
                        each.activation(),
                        each.condition(),
                        each.ties(),
                        each.width(),
                        each.samples(),
                        each.dead(),
                        each.zeros(),
                        each.tied(),
                        each.orders().stream().map(order -> moved(order, ratio)).toList(),
                        each.subsets(),
                        each.spectrum(),
                        each.tree(),
                        each.about()))
                .toList();
        return new StudyResult(
                result.schema(),
                result.run(),
                result.settings(),
                result.training(),
                landscapes,
                result.importance(),
                result.prunings(),
                result.copied(),
                result.interactions(),
                result.differences(),
                result.claims(),
                result.margin());
    }

    private static Order moved(Order order, double ratio) {
        double mean = Objects.requireNonNull(order.mean()) + ratio * Objects.requireNonNull(order.s());
        return new Order(
                order.order(),
                order.total(),
                order.redundant(),
                order.synergistic(),
                order.balanced(),
                order.singular(),
                mean,
                order.s(),
                order.variance(),
                order.min(),
                order.max(),
                order.mostSynergistic(),
                order.mostRedundant(),
                order.histogram(),
                order.seconds());
    }

    @Test
    void aConditionIsHeldAgainstTheUsualTrainingOfTheSameSeeds() {
        StudyResult usual = InventedStudy.of(5);
        List<Claim> claims = new GridClaims(List.of(
                        cell("base", usual),
                        cell("dropout-0.5", moved(usual, 0.3)),
                        cell("random-labels", moved(usual, -0.2)),
                        cell("decay-0.1", moved(usual, 0.01)),
                        cell("dropout-0.2", moved(usual, -0.2))))
                .all();
        assertThat(claims)
                .extracting(Claim::verdict)
                .containsExactly(Verdict.HELD, Verdict.HELD, Verdict.NO_SIDE, Verdict.FAILED);
        assertThat(claims.getFirst().claim())
                .isEqualTo("dropout-0.5 raises redundancy in the hidden layers (digits, 4-4)");
        assertThat(claims.get(1).claim())
                .isEqualTo("random-labels lowers redundancy in the hidden layers (digits, 4-4)");
        assertThat(claims.getFirst().figure()).startsWith("Omega/S changes by 0.3");
        // Three hidden layers at three orders, and the accuracies.
        assertThat(claims.getFirst().evidence()).hasSize(3 * 3 + 2);
    }

    @Test
    void copiesAreJudgedByTheGroupsThatHoldThem() {
        StudyResult usual = InventedStudy.of(5);
        Claim claim = new GridClaims(List.of(cell("base", usual), cell("duplicates-0.5", moved(usual, -0.3))))
                .all()
                .getFirst();
        assertThat(claim.verdict()).isEqualTo(Verdict.HELD);
        assertThat(claim.claim())
                .startsWith("duplicates-0.5 raises redundancy: triplets that hold a neuron and its copy");
        assertThat(claim.evidence()).hasSize(3 + 2);
    }

    @Test
    void withoutTheUsualTrainingNothingIsCompared() {
        StudyResult usual = InventedStudy.of(2);
        assertThat(new GridClaims(List.of(cell("dropout-0.5", usual))).all()).isEmpty();
    }

    @Test
    void everyClaimOfEveryCellIsOnThePageAndInTheTable() throws IOException {
        StudyResult usual = InventedStudy.of(3);
        List<CellResult> cells = List.of(cell("base", usual), cell("dropout-0.5", moved(usual, 0.3)));
        StringWriter page = new StringWriter();
        GridPage.write(cells, List.of("digits_4-4_base is not finished: why"), 5, page);
        assertThat(page.toString())
                .contains(
                        "1 of 5 cells are finished.",
                        "digits_4-4_base is not finished: why",
                        "digits 4-4 dropout-0.5",
                        "digits_4-4_base",
                        "Which neurons to keep",
                        "min-tc");
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            GridText.write(cells, out);
        }
        StringWriter table = new StringWriter();
        GridCsv.write(cells, table);
        List<String> lines = table.toString().lines().toList();
        assertThat(lines).hasSize(1 + 2 * usual.claims().size());
        assertThat(lines.get(1))
                .startsWith("digits,4-4,base,")
                .contains(usual.claims().getFirst().claim());
        for (Claim claim : usual.claims()) {
            String counts = ": " + Judgement.word(claim.verdict()) + " in 2 of 2 cells";
            assertThat(text.toString()).contains(claim.claim() + counts);
            assertThat(page.toString()).contains(counts);
        }
    }

    @Test
    void cellsInWhichAClaimHeldAreCounted() {
        StudyResult usual = InventedStudy.of(3);
        List<Claim> claims = new ArrayList<>(usual.claims());
        Claim first = claims.getFirst();
        claims.set(0, new Claim(first.claim(), Verdict.FAILED, first.figure(), first.evidence()));
        StudyResult other = new StudyResult(
                usual.schema(),
                usual.run(),
                usual.settings(),
                usual.training(),
                usual.landscapes(),
                usual.importance(),
                usual.prunings(),
                usual.copied(),
                usual.interactions(),
                usual.differences(),
                claims,
                usual.margin());
        List<CellResult> cells = List.of(cell("base", usual), cell("decay-0.1", usual), cell("epochs-2", other));
        assertThat(first.verdict()).isEqualTo(Verdict.HELD);
        assertThat(GridVerdicts.of(cells).getFirst().counts()).isEqualTo("held in 2, failed in 1 of 3 cells");
    }
}
