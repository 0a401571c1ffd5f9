package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.network.Architecture;

class PruneSettingsTest {
    private static final PruneSettings DEFAULTS = PruneSettings.defaults();

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(BadInputException.class);
    }

    @Test
    void sizesAreSortedAndTheBestOrderComesLast() {
        PruneSettings settings = DEFAULTS.withSizes(List.of(20, 5, 20), true);
        assertThat(settings.sizes()).containsExactly(5, 20);
        assertThat(settings.shownSizes()).containsExactly(5, 20, PruneSettings.BEST_ORDER);
    }

    @Test
    void whatCannotBeDoneIsRefusedInOneLine() {
        refused(() -> DEFAULTS.withSizes(List.of(2, 5), false))
                .hasMessage("a sub-network must keep at least 3 neurons of a layer, Omega of fewer is 0: size=2; choose"
                        + " larger sizes");
        refused(() -> DEFAULTS.withSizes(List.of(), false))
                .hasMessage(
                        "pruning needs at least one size and one scope: found 0 sizes and 1 scopes; give sizes, or ask"
                                + " for the best order, and hidden or a hidden layer");
        refused(() -> DEFAULTS.withMethod(PruneSettings.Method.ANNEAL, 10).withSizes(List.of(5), true))
                .hasMessage(
                        "the best order is found along greedy paths: method=ANNEAL; choose the method GREEDY, or give"
                                + " sizes");
        refused(() -> DEFAULTS.withDraws(0)).hasMessage("the number of random choices must be at least 1: draws=0");
        refused(() -> DEFAULTS.withTraining(true, -1))
                .hasMessage("the number of passes of further training must be at least 0: tune epochs=-1");
    }

    @Test
    void layersThatAnArchitectureHasNotAreRefusedBeforeTraining() {
        Architecture architecture = Architecture.parse("200-60-200", ImageShape.grey(28, 28), 10);
        DEFAULTS.check(architecture);
        refused(() -> DEFAULTS.withSizes(List.of(5, 60), false).check(architecture))
                .hasMessage(
                        "a size must be below the number of neurons of each layer that is cut: size=60, layer2 has 60;"
                                + " choose smaller sizes, or cut wider layers alone");
        DEFAULTS.withSizes(List.of(60), false).withScopes(List.of("layer3")).check(architecture);
        refused(() -> DEFAULTS.withScopes(List.of("layer4")).check(architecture))
                .hasMessage("a layer must be one of layer1, layer2, layer3, output: found layer4");
        refused(() -> DEFAULTS.withScopes(List.of("output")).check(architecture))
                .hasMessage("the layer that is cut must be hidden: found output; it has a neuron for each class");
    }

    @Test
    void ofBlocksTheInnerLayersAreCut() {
        Architecture residual = Architecture.parse("c8-r8-64-r64x20", ImageShape.grey(28, 28), 10);
        assertThat(PruneSettings.layers(PruneSettings.HIDDEN, residual)).containsExactly(1, 4);
        assertThat(DEFAULTS.left(residual))
                .containsExactly(
                        "layer1 is left whole: its values are added to what the block behind it computes",
                        "layer3 is left whole: its values are sums, and what is added has the same units",
                        "layer4 is left whole: its values are added to what the block behind it computes",
                        "layer6 is left whole: its values are sums, and what is added has the same units");
        assertThat(DEFAULTS.withScopes(List.of("layer2")).left(residual)).isEmpty();
        assertThat(DEFAULTS.left(Architecture.parse("200-60-200", ImageShape.grey(28, 28), 10)))
                .isEmpty();
        refused(() -> DEFAULTS.withScopes(List.of("layer4")).check(residual))
                .hasMessage(
                        "the layer that is cut must be read by the weights of the next one alone: layer4 is not, its"
                                + " values are added to what the block behind it computes; cut layer2 or layer5");
        Architecture transformer = Architecture.parse("vit-p4-d32-h4-b2", ImageShape.grey(28, 28), 10);
        assertThat(PruneSettings.layers(PruneSettings.HIDDEN, transformer)).containsExactly(2, 5);
        DEFAULTS.check(transformer);
    }
}
