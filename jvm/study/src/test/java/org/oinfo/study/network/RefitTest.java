package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

class RefitTest {
    private static final int IMAGES = 300;

    private static Images images() {
        SplittableRandom random = new SplittableRandom(3);
        float[] pixels = new float[IMAGES * 36];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextDouble();
        }
        return new Images(ImageShape.grey(6, 6), 4, pixels, new int[IMAGES]);
    }

    private static Kept firstThree(Architecture architecture) {
        Kept kept = Kept.all(architecture);
        for (int l = 0; l < architecture.hidden().size(); l++) {
            kept = kept.with(l, 0, 2, 3);
        }
        return kept;
    }

    /** What a unit of the next layer takes from the values of a layer at one of its positions, in double precision. */
    private static double[] inputs(LayerShape next, double[][] values, int side, int position) {
        if (!next.convolution()) {
            return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        }
        int columns = (side + 1) / 2;
        return Arrays.stream(values)
                .flatMapToDouble(channel -> IntStream.range(0, 9).mapToDouble(tap -> {
                    int y = position / columns * 2 + tap / 3 - 1;
                    int x = position % columns * 2 + tap % 3 - 1;
                    return y < 0 || x < 0 || y >= side || x >= side ? 0 : channel[y * side + x];
                }))
                .toArray();
    }

    /** Least squares by definition: what is left is uncorrelated with every input and has the mean 0. */
    @ParameterizedTest
    @ValueSource(strings = {"7-6-5", "c5-c4-6", "c6-5"})
    void whatIsLeftIsOrthogonalToEveryInput(String hidden) {
        Architecture architecture = Architecture.parse(hidden, ImageShape.grey(6, 6), 4);
        Network whole = Network.initial(architecture, 11);
        Kept kept = firstThree(architecture);
        Images images = images();
        Network refitted = Refit.of(whole, List.of(kept), images).getFirst();
        int side = 6;
        for (int l = 0; l + 1 < architecture.layers().size(); l++) {
            LayerShape next = refitted.architecture().layers().get(l + 1);
            side = architecture.layers().get(l).convolution() ? (side + 1) / 2 : side;
            double[][] products = new double[next.units()][next.fanIn() + 1];
            double[] squares = new double[next.fanIn() + 1];
            double left = 0;
            for (int i = 0; i < IMAGES; i++) {
                PlainForward cut = new PlainForward(refitted, images, i);
                PlainForward all = new PlainForward(whole, images, i);
                for (int p = 0; p < cut.before.get(l + 1)[0].length; p++) {
                    double[] x = inputs(next, cut.after.get(l), side, p);
                    for (int u = 0; u < next.units(); u++) {
                        int unit = l + 1 < kept.units().size() ? kept.units().get(l + 1)[u] : u;
                        double r = cut.before.get(l + 1)[u][p] - all.before.get(l + 1)[unit][p];
                        left += r * r;
                        products[u][x.length] += r;
                        for (int j = 0; j < x.length; j++) {
                            products[u][j] += r * x[j];
                        }
                    }
                    for (int j = 0; j < x.length; j++) {
                        squares[j] += x[j] * x[j];
                    }
                    squares[x.length]++;
                }
            }
            assertThat(left).isPositive();
            for (double[] unit : products) {
                for (int j = 0; j < unit.length; j++) {
                    assertThat(unit[j])
                            .as(hidden + " layer " + l + " input " + j)
                            .isCloseTo(0, within(1e-5 * (1e-9 + Math.sqrt(left * squares[j]))));
                }
            }
        }
    }

    @Test
    void aNeuronThatAnotherOneRepeatsIsNotMissed() {
        Network whole = repeated();
        Images images = images();
        Network refitted = Refit.of(
                        whole, List.of(Kept.all(whole.architecture()).with(0, 0, 1, 2, 4)), images)
                .getFirst();
        for (int i = 0; i < 20; i++) {
            assertThat(new PlainForward(refitted, images, i).logits())
                    .containsExactly(new PlainForward(whole, images, i).logits(), within(1e-4));
        }
    }

    /** Copies of a neuron are singular: a ridge shares the weight between them. */
    @Test
    void copiesAmongTheKeptNeuronsGetFiniteWeights() {
        Network whole = repeated();
        Images images = images();
        Network refitted = Refit.of(
                        whole, List.of(Kept.all(whole.architecture()).with(0, 0, 1, 2, 3)), images)
                .getFirst();
        float[] weights = refitted.weights().get(1);
        for (int u = 0; u < 4; u++) {
            assertThat(weights[u * 4]).isFinite().isCloseTo(weights[u * 4 + 3], within(1e-3f));
        }
    }

    @Test
    void companyChangesNothing() {
        Architecture architecture = Architecture.parse("7-6", ImageShape.grey(6, 6), 4);
        Network whole = Network.initial(architecture, 5);
        Kept one = firstThree(architecture);
        Kept other = one.with(0, 1, 4, 5);
        List<Network> both = Refit.of(whole, List.of(other, one), images());
        Network alone = Refit.of(whole, List.of(one), images()).getFirst();
        for (int l = 0; l < 3; l++) {
            assertThat(both.get(1).weights().get(l))
                    .containsExactly(alone.weights().get(l), within(1e-4f));
        }
    }

    /** Neuron 3 of the first layer is neuron 0 once more. */
    private static Network repeated() {
        Network network = Network.initial(Architecture.parse("5-4", ImageShape.grey(6, 6), 4), 2);
        System.arraycopy(network.weights().getFirst(), 0, network.weights().getFirst(), 3 * 36, 36);
        return network;
    }
}
