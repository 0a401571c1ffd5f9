package org.oinfo.study.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;

class LayerConditionsTest {
    @TempDir
    Path folder;

    private Path made(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @Test
    void controlsStandBehindTheLayerTheyBelongTo() throws IOException {
        List<Activation> kinds = List.of(Activation.PRE, Activation.POST, Activation.LOGITS, Activation.SOFTMAX);
        double[][] x = Layers.connected(3, 60, 6);
        Capture trained = Layers.capture(made("trained"), kinds, x, x, x, x);
        Capture untrained = Layers.capture(made("untrained"), kinds, x, x, x, x);
        List<LayerLandscape> found = Layers.study(trained, untrained, Layers.SETTINGS.withControlOrders(3, 4), 1);
        assertThat(found)
                .extracting(l -> l.layer()
                        + ' '
                        + l.activation()
                        + ' '
                        + l.condition()
                        + ' '
                        + l.ties()
                        + ' '
                        + l.orders().stream().map(Order::order).toList())
                .containsExactly(
                        "layer1 PRE TRAINED average [3, 4]",
                        "layer2 POST TRAINED average [3, 4, 5]",
                        "layer2 POST TRAINED random [3, 4]",
                        "layer2 POST TRAINED ordinal [3, 4]",
                        "layer2 POST SHUFFLED average [3, 4]",
                        "layer2 POST UNTRAINED average [3, 4]",
                        "layer3 LOGITS TRAINED average [3, 4, 5]",
                        "layer3 LOGITS SHUFFLED average [3, 4]",
                        "layer3 LOGITS UNTRAINED average [3, 4]",
                        "layer4 SOFTMAX TRAINED average [3, 4, 5]");
        assertThat(found).extracting(LayerLandscape::seed).containsOnly(7L);
    }

    @Test
    void conditionsOfALayerAreComparedOnTheSameSubsets() throws IOException {
        double[][] x = Layers.connected(23, 60, 9);
        List<LayerLandscape> found = Layers.study(
                Layers.capture(made("trained"), x, x),
                Layers.capture(made("untrained"), x, x),
                Layers.SETTINGS
                        .withOrders(3)
                        .withControlOrders(3)
                        .withOtherTies()
                        .withSubsets(5, 4),
                1);
        // Of each layer: trained, shuffled, untrained, whose values are those of the trained one here.
        assertThat(found).hasSize(6);
        assertThat(found.get(2).subsets()).isEqualTo(found.get(0).subsets());
        assertThat(found.get(1).subsets()).isNotEqualTo(found.get(0).subsets());
        assertThat(found.get(3).subsets()).isNotEqualTo(found.get(0).subsets());
        assertThat(found.get(3).orders().getFirst().mean())
                .isEqualTo(found.get(0).orders().getFirst().mean());
    }

    @Test
    void shuffledNeuronsAreIndependentWhateverTheyWere() {
        double[][] x = Layers.connected(4, 2000, 8);
        Capture capture = Layers.capture(folder, x);
        List<LayerLandscape> found = Layers.study(
                capture, Layers.SETTINGS.withOrders(3).withControlOrders(3).withOtherTies());
        LayerLandscape shuffled = found.get(1);
        assertThat(shuffled.condition()).isEqualTo(Condition.SHUFFLED);
        // Values stay: so do zeros and ties.
        assertThat(shuffled.zeros()).isEqualTo(found.getFirst().zeros()).isBetween(0.3, 0.7);
        assertThat(shuffled.tied()).isEqualTo(found.getFirst().tied());
        // Omega of 3 independent variables is about r12 r13 r23 - (r12^2 r13^2 + ..)/2 with r of standard deviation
        // T^-1/2.
        Order order = shuffled.orders().getFirst();
        assertThat(order.mean()).isCloseTo(0, within(1e-4));
        assertThat(order.max()).isLessThan(2e-3);
        assertThat(order.min()).isGreaterThan(-2e-3);
        assertThat(found.getFirst().orders().getFirst().mean()).isGreaterThan(5e-3);
    }

    @Test
    void ordinalTiesMakeIndependentNeuronsLookRedundantAndOthersDoNot() {
        double[][] x = Layers.noise(5, 4000, 7);
        for (double[] row : x) {
            // 84 % zeros
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.max(0, row[i] - 1);
            }
        }
        List<LayerLandscape> found = Layers.study(
                Layers.capture(folder, x), Layers.SETTINGS.withOrders(3, 5).withControlOrders(3, 5));
        assertThat(found).extracting(LayerLandscape::ties).containsExactly("average", "random", "ordinal", "average");
        assertThat(found.get(0).orders().get(1).mean()).isCloseTo(0, within(5e-3));
        assertThat(found.get(1).orders().get(1).mean()).isCloseTo(0, within(5e-3));
        assertThat(found.get(2).orders().get(0).mean()).isCloseTo(0.060, within(0.01));
        assertThat(found.get(2).orders().get(1).mean()).isCloseTo(0.292, within(0.03));
        assertThat(found.get(2).tied()).isCloseTo(0.84, within(0.02));
    }

    @Test
    void anUntrainedNetworkOfAnotherShapeIsRefused() throws IOException {
        double[][] x = Layers.noise(22, 20, 4);
        Capture trained = Layers.capture(made("trained"), x, x);
        Capture untrained = Layers.capture(made("untrained"), x);
        assertThatThrownBy(() -> Layers.study(trained, untrained, Layers.SETTINGS, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the untrained network must have the layers of the trained one: " + untrained.folder()
                        + " has no layer2 of kind POST; capture both in the same way");
    }
}
