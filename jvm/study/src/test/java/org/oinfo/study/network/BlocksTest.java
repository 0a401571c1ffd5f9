package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Watch;
import org.oinfo.parallel.Workers;
import org.oinfo.study.InventedImages;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

/** Residual blocks and transformers, against loops from the definition in doubles. */
class BlocksTest {
    private static final String DENSE = "7-r7x5-6";
    private static final String MAPS = "c3-r3x4-5";
    private static final String TOKENS = "vit-p3-d4-h2-b2-m5+6";
    private static final ImageSets SETS = InventedImages.of(40, 12, 6, 3);
    private static final Images IMAGES = SETS.test();

    /** Nothing in it is zero or one, so that nothing that is forgotten stays hidden. */
    static Network network(String hidden, int side) {
        return network(hidden, ImageShape.grey(side, side));
    }

    static Network network(String hidden, ImageShape image) {
        Network network = Network.initial(Architecture.parse(hidden, image, image.height()), 4);
        network.biases().forEach(BlocksTest::stir);
        network.others().forEach(layer -> layer.forEach(BlocksTest::stir));
        return network;
    }

    private static void stir(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.05f * (i % 7 + 1);
        }
    }

    private static double loss(Network network, Images images, PlainForward.Change change) {
        return IntStream.range(0, images.count())
                .mapToDouble(i -> loss(network, images, i, change))
                .average()
                .orElseThrow();
    }

    private static double loss(Network network, Images images, int image, PlainForward.Change change) {
        double[] logits = new PlainForward(network, images, image, change).logits();
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return Math.log(sum) - logits[images.labels()[image]];
    }

    /** Of the mean cross-entropy; weights of each layer, biases of each layer, what else each has: as the network lists them. */
    private static List<float[]> gradients(Network network, Images images) {
        try (NDManager manager = Torch.newManager();
                BatchedNetwork batched = new BatchedNetwork(manager, List.of(network), List.of())) {
            JniUtils.setGradMode(true);
            batched.requireGradients();
            float[] oneHot = new float[images.count() * images.classes()];
            for (int i = 0; i < images.count(); i++) {
                oneHot[i * images.classes() + images.labels()[i]] = 1;
            }
            batched.backward(
                    manager.create(images.pixels(), new Shape(images.count(), images.size())),
                    manager.create(oneHot, new Shape(images.count(), images.classes())),
                    BatchedNetwork.HiddenValues.AS_THEY_ARE);
            return batched.parameters().stream()
                    .map(NDArray::getGradient)
                    .map(NDArray::toFloatArray)
                    .toList();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static List<float[]> parameters(Network network) {
        List<float[]> all = new ArrayList<>(network.weights());
        all.addAll(network.biases());
        network.others().forEach(all::addAll);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {DENSE, MAPS, TOKENS})
    void gradientsAreThoseOfCentralDifferences(String hidden) {
        differentiate(hidden, IMAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", MAPS, TOKENS})
    void soAreThoseOfColouredImages(String hidden) {
        differentiate(
                hidden, InventedImages.of(1, 4, new ImageShape(3, 6, 9), 5).test());
    }

    private static void differentiate(String hidden, Images images) {
        Network network = network(hidden, images.shape());
        List<float[]> gradients = gradients(network, images);
        List<float[]> parameters = parameters(network);
        assertThat(gradients).hasSameSizeAs(parameters);
        for (int p = 0; p < parameters.size(); p++) {
            float[] values = parameters.get(p);
            assertThat(gradients.get(p)).hasSameSizeAs(values);
            for (int i = 0; i < values.length; i += Math.max(1, values.length / 23)) {
                float kept = values[i];
                // Values are floats: the step is what they really moved by.
                values[i] = kept + 1e-4f;
                double above = loss(network, images, PlainForward.Change.NONE);
                double step = values[i];
                values[i] = kept - 1e-4f;
                double below = loss(network, images, PlainForward.Change.NONE);
                step -= values[i];
                values[i] = kept;
                assertThat((double) gradients.get(p)[i])
                        .as("%s, parameter %s, value %s", hidden, p, i)
                        .isCloseTo((above - below) / step, within(2e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DENSE, MAPS, TOKENS})
    void silencedUnitsCostWhatTheDefinitionSays(String hidden) {
        Network network = network(hidden, 6);
        List<LayerShape> layers = network.architecture().hidden();
        try (Workers workers = new Workers(2)) {
            for (int l = 0; l < layers.size(); l++) {
                double[] gains = Ablation.lossGains(network, l, IMAGES, workers, new Watch(Monitor.NONE));
                assertThat(gains).hasSize(layers.get(l).units());
                for (int unit = 0; unit < gains.length; unit++) {
                    assertThat(gains[unit])
                            .as("%s layer %s unit %s", hidden, l, unit)
                            .isCloseTo(gain(network, l, values -> 0, unit), within(1e-5));
                }
            }
        }
    }

    private interface Answer {
        double of(int position);
    }

    /** Of the loss when units of a layer answer something else at each position. */
    private static double gain(Network network, int layer, Answer answer, int... units) {
        PlainForward.Change change = (l, values) -> {
            if (l == layer) {
                for (int unit : units) {
                    Arrays.setAll(values[unit], answer::of);
                }
            }
        };
        return loss(network, IMAGES, change) - loss(network, IMAGES, PlainForward.Change.NONE);
    }

    @ParameterizedTest
    @CsvSource({DENSE + ",1", MAPS + ",1", TOKENS + ",2", TOKENS + ",5"})
    void unitsAtTheirMeansCostWhatTheDefinitionSays(String hidden, int layer) {
        Network network = network(hidden, 6);
        MeanAblation ablation = MeanAblation.of(network, layer, SETS.train(), IMAGES, 2);
        double[] gains = ablation.lossGains(List.of(new int[] {2}, new int[] {0}));
        for (int g = 0; g < gains.length; g++) {
            int unit = g == 0 ? 2 : 0;
            double[] means = means(network, layer, unit);
            assertThat(gains[g]).isCloseTo(gain(network, layer, p -> means[p], unit), within(1e-5));
        }
    }

    private static double[] means(Network network, int layer, int unit) {
        double[] means = new double[network.architecture().positions(layer)];
        for (int i = 0; i < SETS.train().count(); i++) {
            double[] values = new PlainForward(network, SETS.train(), i).after.get(layer)[unit];
            for (int p = 0; p < means.length; p++) {
                means[p] += values[p] / SETS.train().count();
            }
        }
        return means;
    }

    /** The derivative of an image's loss by a factor of a unit's values is the sum of a dL/da. */
    @ParameterizedTest
    @ValueSource(strings = {DENSE, MAPS, TOKENS})
    void firstOrderChangesAreDerivatives(String hidden) {
        Network network = network(hidden, 6);
        double h = 1e-4;
        for (int l = 0; l < network.architecture().hidden().size(); l++) {
            FirstOrder found = FirstOrder.of(network, l, IMAGES);
            int layer = l;
            for (int unit = 0; unit < 3; unit++) {
                int u = unit;
                double taylor = IntStream.range(0, IMAGES.count())
                        .mapToDouble(i -> Math.abs(loss(network, IMAGES, i, scaled(layer, u, 1 + h))
                                        - loss(network, IMAGES, i, scaled(layer, u, 1 - h)))
                                / (2 * h))
                        .average()
                        .orElseThrow();
                assertThat(found.taylor()[u])
                        .as("%s layer %s unit %s", hidden, l, u)
                        .isCloseTo(taylor, within(1e-4));
            }
        }
    }

    private static PlainForward.Change scaled(int layer, int unit, double factor) {
        return (l, values) -> {
            if (l == layer) {
                Arrays.setAll(values[unit], p -> values[unit][p] * factor);
            }
        };
    }

    /** A sub-network without inner units computes what the whole one does with them silent. */
    @ParameterizedTest
    @CsvSource({DENSE + ",1,7-r7x2-6", MAPS + ",1,c3-r3x2-5", TOKENS + ",5,vit-p3-d4-h2-b2-m5+2"})
    void innerUnitsCanBeLeftOut(String hidden, int layer, String smaller) {
        Network network = network(hidden, 6);
        Network small = network.keep(Kept.all(network.architecture()).with(layer, 0, 3));
        assertThat(small.architecture()).isEqualTo(Architecture.parse(smaller, ImageShape.grey(6, 6), 6));
        int units = network.architecture().layers().get(layer).units();
        PlainForward.Change silent = (l, values) -> {
            if (l == layer) {
                IntStream.range(0, units).filter(u -> u != 0 && u != 3).forEach(u -> Arrays.fill(values[u], 0));
            }
        };
        for (int i = 0; i < IMAGES.count(); i++) {
            assertThat(new PlainForward(small, IMAGES, i).logits())
                    .containsExactly(new PlainForward(network, IMAGES, i, silent).logits(), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({DENSE + ",0", DENSE + ",2", MAPS + ",0", MAPS + ",2", TOKENS + ",0", TOKENS + ",1", TOKENS + ",3"})
    void whatIsAddedStaysWhole(String hidden, int layer) {
        Network network = network(hidden, 6);
        assertThat(network.architecture().cuttable()).doesNotContain(layer);
        assertThatThrownBy(() -> network.keep(Kept.all(network.architecture()).with(layer, 0, 2)))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("the layer that is cut must be read by the weights of the next one alone: layer"
                        + (layer + 1) + " is not, its values are ")
                .hasMessageNotContaining("\n");
    }

    /**
     * Least squares by definition: what the sum lacks is uncorrelated with every input and has the mean 0. The smaller network carries
     * what it has itself.
     */
    @ParameterizedTest
    @CsvSource({DENSE + ",1", MAPS + ",1", TOKENS + ",2", TOKENS + ",5"})
    void refittedSumsAreOrthogonalToEveryInput(String hidden, int layer) {
        Network network = network(hidden, 6);
        Kept kept = Kept.all(network.architecture()).with(layer, 0, 2);
        Images images = SETS.train();
        Network refitted = Refit.of(network, List.of(kept), images).getFirst();
        boolean map = network.architecture().layers().get(layer).convolution();
        int units = network.architecture().layers().get(layer + 1).units();
        double[] sums = new double[units];
        double[][] products = new double[units][2];
        double left = 0;
        for (int i = 0; i < images.count(); i++) {
            PlainForward cut = new PlainForward(refitted, images, i);
            double[][] now = cut.before.get(layer + 1);
            double[][] whole = new PlainForward(network, images, i).before.get(layer + 1);
            for (int u = 0; u < units; u++) {
                for (int p = 0; p < now[u].length; p++) {
                    double residual = now[u][p] - whole[u][p];
                    left += Math.abs(residual);
                    sums[u] += residual;
                    for (int j = 0; j < 2; j++) {
                        // Of a map the tap in the middle of its patch.
                        products[u][j] += residual * cut.after.get(layer)[j][p];
                    }
                }
            }
        }
        assertThat(left).isPositive();
        assertThat(map).isEqualTo(hidden.equals(MAPS));
        for (int u = 0; u < units; u++) {
            assertThat(sums[u]).isCloseTo(0, within(1e-4 * left));
            assertThat(products[u]).containsExactly(new double[2], within(1e-4 * left));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"60-r60", "c30-r30", "vit-p3-d24-h4-b2"})
    void onlyUnitsThatCouldBeLeftOutGetCopies(String hidden) {
        Network network = network(hidden, 6);
        Architecture architecture = network.architecture();
        Copies copies = Copies.of(architecture, 0.5, 3);
        Network copied = copies.in(network);
        for (int l = 0; l < architecture.hidden().size(); l++) {
            int units = architecture.layers().get(l).units();
            assertThat(copies.copied(l)).hasSize(architecture.cuttable().contains(l) ? units / 2 : 0);
        }
        double noise = 0;
        double size = 0;
        for (int i = 0; i < IMAGES.count(); i++) {
            double[] usual = new PlainForward(network, IMAGES, i).logits();
            double[] with = new PlainForward(copied, IMAGES, i).logits();
            for (int c = 0; c < usual.length; c++) {
                noise += (with[c] - usual[c]) * (with[c] - usual[c]);
                size += usual[c] * usual[c];
            }
        }
        assertThat(Math.sqrt(noise / size)).isBetween(1e-6, 2 * Copies.NOISE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12-r12", "c4-r4-8", "vit-p3-d16-h4-b1"})
    void theyLearnWithDropoutAndRepeatThemselves(String hidden) {
        ImageSets sets = InventedImages.of(300, 200, 6, 11);
        TrainingSettings settings = new TrainingSettings(8, 32, 0.01f, 4, 0.1f, 0);
        Network start = Network.initial(Architecture.parse(hidden, ImageShape.grey(6, 6), 6), 1);
        Trained trained = new Trainer(sets, settings, Monitor.NONE).train(List.of(start));
        Trained again = new Trainer(sets, settings, Monitor.NONE).train(List.of(start));
        assertThat(trained.testAccuracy(0)).isGreaterThan(0.8);
        List<float[]> first = parameters(trained.networks().getFirst());
        List<float[]> second = parameters(again.networks().getFirst());
        for (int p = 0; p < first.size(); p++) {
            assertThat(second.get(p)).containsExactly(first.get(p));
        }
    }

    @Test
    void sizesAreCounted() {
        Architecture vit = Architecture.parse("vit-p4-d32-h4-b2", ImageShape.grey(8, 8), 10);
        int block = 2 * 32 + 3 * 32 * 32 + 3 * 32 + 32 * 32 + 32 + 2 * 32 + 32 * 128 + 128 + 128 * 32 + 32;
        assertThat(vit.parameters()).isEqualTo(32 * 16 + 32 + 4 * 32 + 2 * block + 2 * 32 + 32 * 10 + 10);
        int products = 3 * 32 * 32 + 2 * 4 * 32 + 32 * 32 + 2 * 32 * 128;
        assertThat(vit.multiplyAdds()).isEqualTo(4 * (16 * 32 + 2 * products) + 32 * 10);
        Architecture maps = Architecture.parse("c8-r8-64", ImageShape.grey(8, 8), 10);
        assertThat(maps.multiplyAdds()).isEqualTo(16 * (9 * 8 + 2 * 9 * 8 * 8) + 16 * 8 * 64 + 64 * 10);
        assertThat(maps.parameters()).isEqualTo(80 + 2 * (9 * 64 + 8) + 128 * 64 + 64 + 650);
    }
}
