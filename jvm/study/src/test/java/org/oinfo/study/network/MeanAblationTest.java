package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

class MeanAblationTest {
    private static Images images(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] pixels = new float[count * 36];
        int[] labels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble();
        }
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(4);
        }
        return new Images(ImageShape.grey(6, 6), 4, pixels, labels);
    }

    /** The mean loss by plain loops over the layer before the output, some units at their means. */
    private static double loss(Network network, Images test, double[][] means, int... group) {
        LayerShape output = network.architecture().output();
        double loss = 0;
        for (int i = 0; i < test.count(); i++) {
            double[][] a = new PlainForward(network, test, i).after.getFirst();
            double[] logits = new double[output.units()];
            double sum = 0;
            for (int c = 0; c < logits.length; c++) {
                logits[c] = network.biases().get(1)[c];
                for (int u = 0; u < output.inputs(); u++) {
                    int unit = u;
                    boolean ablated = Arrays.stream(group).anyMatch(g -> g == unit);
                    for (int p = 0; p < output.span(); p++) {
                        logits[c] += network.weights().get(1)[(c * output.inputs() + u) * output.span() + p]
                                * (ablated ? means[u][p] : a[u][p]);
                    }
                }
                sum += Math.exp(logits[c]);
            }
            loss += (Math.log(sum) - logits[test.labels()[i]]) / test.count();
        }
        return loss;
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "c3"})
    void ablatedUnitsAnswerTheirMean(String hidden) {
        Network network = Network.initial(Architecture.parse(hidden, ImageShape.grey(6, 6), 4), 3);
        LayerShape output = network.architecture().output();
        Images training = images(50, 1);
        Images test = images(30, 2);
        double[][] means = new double[output.inputs()][output.span()];
        for (int i = 0; i < training.count(); i++) {
            double[][] a = new PlainForward(network, training, i).after.getFirst();
            for (int u = 0; u < means.length; u++) {
                for (int p = 0; p < means[u].length; p++) {
                    means[u][p] += a[u][p] / training.count();
                }
            }
        }
        List<int[]> groups = List.of(new int[] {0}, new int[] {1, 2}, new int[] {0, 1, 2}, new int[0]);
        double[] gains = MeanAblation.of(network, 0, training, test, 2).lossGains(groups);
        for (int g = 0; g < gains.length; g++) {
            assertThat(gains[g])
                    .as("group " + g)
                    .isCloseTo(loss(network, test, means, groups.get(g)) - loss(network, test, means), within(1e-5));
        }
    }
}
