package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.study.InventedImages;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

class CopiesTest {
    private static final Images IMAGES = InventedImages.of(20, 5, 7, 3).train();

    /** What the network computes changes by the noise alone, and a copy answers nearly as its neuron does. */
    @ParameterizedTest
    @ValueSource(strings = {"60-50", "c30-c40-50"})
    void aNetworkWithCopiesComputesNearlyTheSame(String hidden) {
        Network network = Network.initial(Architecture.parse(hidden, ImageShape.grey(7, 7), 7), 1);
        Copies copies = Copies.of(network.architecture(), 0.5, 3);
        Network copied = copies.in(network);
        assertThat(copied.architecture()).isEqualTo(copies.architecture());
        double noise = 0;
        double size = 0;
        for (int i = 0; i < IMAGES.count(); i++) {
            double[] usual = new PlainForward(network, IMAGES, i).logits();
            PlainForward with = new PlainForward(copied, IMAGES, i);
            double[] logits = with.logits();
            for (int c = 0; c < usual.length; c++) {
                noise += (logits[c] - usual[c]) * (logits[c] - usual[c]);
                size += usual[c] * usual[c];
            }
            assertThat(differences(with.before.getFirst(), copies)).isBetween(1e-4, 0.3);
        }
        assertThat(Math.sqrt(noise / size)).isBetween(1e-4, 2 * Copies.NOISE);
    }

    /** Root mean square of a copy less its neuron in the first layer, over that of the neurons. */
    private static double differences(double[][] values, Copies copies) {
        double noise = 0;
        double size = 0;
        int[] copied = copies.copied(0);
        for (int i = 0; i < copied.length; i++) {
            for (int p = 0; p < values[0].length; p++) {
                double neuron = values[copied[i]][p];
                double copy = values[copies.units(0) + i][p];
                noise += (copy - neuron) * (copy - neuron);
                size += neuron * neuron;
            }
        }
        return Math.sqrt(noise / size);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.25, 1})
    void aShareOfTheNeuronsOfEachHiddenLayerHasOneCopyEach(double share) {
        Architecture architecture = Architecture.parse("8-6", ImageShape.grey(7, 7), 7);
        Copies copies = Copies.of(architecture, share, 3);
        int first = (int) Math.max(1, Math.round(8 * share));
        assertThat(copies.copied(0)).hasSize(first).isSorted().doesNotHaveDuplicates();
        assertThat(copies.architecture().layers().getFirst().units()).isEqualTo(8 + first);
        assertThat(copies.architecture().output()).satisfies(output -> {
            assertThat(output.units()).isEqualTo(7);
            assertThat(output.inputs()).isEqualTo(6 + copies.copied(1).length);
        });
    }

    /** Both of a pair go on with half; all others with what they had. */
    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void aPairSharesItsOutgoingWeights(long seed) {
        Network network = Network.initial(Architecture.parse("8", ImageShape.grey(7, 7), 7), 1);
        Copies copies = Copies.of(network.architecture(), 0.25, seed);
        float[] before = network.weights().get(1);
        float[] after = copies.in(network).weights().get(1);
        int[] copied = copies.copied(0);
        for (int c = 0; c < 7; c++) {
            for (int u = 0; u < 8; u++) {
                boolean pair = Arrays.binarySearch(copied, u) >= 0;
                assertThat(after[c * 10 + u]).isEqualTo(pair ? before[c * 8 + u] / 2 : before[c * 8 + u]);
            }
            assertThat(after[c * 10 + 8]).isEqualTo(before[c * 8 + copied[0]] / 2, within(0f));
        }
    }
}
