package org.oinfo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;

class GridCellTest {
    private static TrainSettings train(String condition) {
        return GridCell.all(List.of("digits"), List.of("40-40"), List.of(condition), 7)
                .getFirst()
                .settings()
                .train();
    }

    @Test
    void aConditionChangesOneThing() {
        TrainSettings base = train("base");
        assertThat(base).isEqualTo(StudySettings.usual("digits").train().withNetworks("40-40", 7));
        assertThat(train("dropout-0.2")).isEqualTo(base.withDropout(0.2f));
        assertThat(train("decay-0.001")).isEqualTo(base.withWeightDecay(0.001f));
        assertThat(train("decay-1e-4")).isEqualTo(base.withWeightDecay(1e-4f));
        assertThat(train("images-500")).isEqualTo(base.withImages(500));
        assertThat(train("epochs-3")).isEqualTo(base.withEpochs(3));
        assertThat(train("duplicates-0.5")).isEqualTo(base.withDuplicates(0.5f));
        assertThat(train("random-labels")).isEqualTo(base.withRandomLabels());
    }

    @Test
    void everyCombinationIsACellWithAFolderOfItsOwn() {
        List<GridCell> cells = GridCell.all(
                List.of("digits", "/data/My MNIST/"), List.of("40-40", "c8-c16-64"), List.of("base", "dropout-0.5"), 3);
        assertThat(cells)
                .extracting(GridCell::folder)
                .containsExactly(
                        "digits_40-40_base",
                        "digits_40-40_dropout-0.5",
                        "digits_c8-c16-64_base",
                        "digits_c8-c16-64_dropout-0.5",
                        "my-mnist_40-40_base",
                        "my-mnist_40-40_dropout-0.5",
                        "my-mnist_c8-c16-64_base",
                        "my-mnist_c8-c16-64_dropout-0.5");
    }

    @Test
    void aWideLayerIsNotScoredAtOrderFive() {
        List<GridCell> cells =
                GridCell.all(List.of("digits"), List.of("200", "800-800"), List.of("base", "duplicates-1"), 1);
        assertThat(cells)
                .extracting(cell -> cell.settings().layers().orders())
                .containsExactly(List.of(3, 4, 5), List.of(3, 4), List.of(3, 4), List.of(3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "base-1",
                "drop",
                "dropout",
                "dropout-x",
                "images-0",
                "images--3",
                "epochs-1.5",
                "random",
                "random-weights"
            })
    void whatIsNoConditionIsRefused(String condition) {
        assertThatThrownBy(() -> train(condition))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a condition must be base, dropout-P, decay-X, images-N, epochs-N, duplicates-P or random-labels: found \""
                                + condition + '"');
    }

    @Test
    void theSameTwiceIsRefused() {
        assertThatThrownBy(() -> GridCell.all(List.of("digits"), List.of("4"), List.of("base", "base"), 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage("--conditions must name each once: found base,base");
        assertThatThrownBy(() -> train("dropout-1"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the share of neurons dropped must be from 0 to below 1: dropout=1.0");
        assertThatThrownBy(() -> train("duplicates-0"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the share of neurons that get a copy must be above 0 to 1: duplicates-0");
    }
}
