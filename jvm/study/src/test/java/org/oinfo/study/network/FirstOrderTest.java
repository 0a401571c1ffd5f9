package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

class FirstOrderTest {
    /** The gradient of the last hidden layer in closed form: sum over classes of (p_c - y_c) w_c. */
    @ParameterizedTest
    @ValueSource(strings = {"5", "c3"})
    void areTheGradientTimesTheActivation(String hidden) {
        int count = 40;
        SplittableRandom random = new SplittableRandom(8);
        float[] pixels = new float[count * 36];
        int[] labels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble();
        }
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(4);
        }
        Images images = new Images(ImageShape.grey(6, 6), 4, pixels, labels);
        Network network = Network.initial(Architecture.parse(hidden, ImageShape.grey(6, 6), 4), 3);
        int units = network.architecture().hidden().getFirst().units();
        int span = network.architecture().output().span();
        double[] taylor = new double[units];
        double[] squares = new double[units];
        for (int i = 0; i < count; i++) {
            PlainForward forward = new PlainForward(network, images, i);
            double[] logits = forward.logits();
            double sum = 0;
            for (double z : logits) {
                sum += Math.exp(z);
            }
            for (int u = 0; u < units; u++) {
                double change = 0;
                for (int p = 0; p < span; p++) {
                    double a = forward.after.getFirst()[u][p];
                    squares[u] += a * a / count;
                    for (int c = 0; c < 4; c++) {
                        double error = Math.exp(logits[c]) / sum - (labels[i] == c ? 1 : 0);
                        change += a * error * network.weights().get(1)[(c * units + u) * span + p];
                    }
                }
                taylor[u] += Math.abs(change) / count;
            }
        }
        FirstOrder found = FirstOrder.of(network, 0, images);
        for (int u = 0; u < units; u++) {
            assertThat(found.taylor()[u]).as("unit " + u).isCloseTo(taylor[u], within(1e-5 * (1e-3 + taylor[u])));
            assertThat(found.norm()[u]).isCloseTo(Math.sqrt(squares[u]), within(1e-5 * (1 + squares[u])));
        }
    }
}
