package org.oinfo.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Workers;
import org.oinfo.study.InventedImages;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.images.Images;

class TrainerTest {
    private static final ImageSets IMAGES = InventedImages.of(300, 200, 6, 11);
    private static final TrainingSettings SETTINGS = new TrainingSettings(6, 32, 0.01f, 4);

    private static Network start(String hidden, long seed) {
        return Network.initial(Architecture.parse(hidden, ImageShape.grey(6, 6), 6), seed);
    }

    private static Trained train(TrainingSettings settings, List<Network> starts) {
        return new Trainer(IMAGES, settings, Monitor.NONE).train(starts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12-8", "c4-8"})
    void networksLearn(String hidden) {
        Network start = start(hidden, 1);
        Trained trained = train(SETTINGS, List.of(start));
        assertThat(Evaluation.accuracies(List.of(start), IMAGES.test())[0]).isLessThan(0.5);
        assertThat(trained.testAccuracy(0)).isGreaterThan(0.9);
        assertThat(trained.epochs().getFirst()).hasSize(6);
        assertThat(Evaluation.accuracies(trained.networks(), IMAGES.test())[0]).isEqualTo(trained.testAccuracy(0));
        assertThat(trained.epochs().getFirst().getLast().loss())
                .isLessThan(trained.epochs().getFirst().getFirst().loss());
    }

    /**
     * Loss and gradient of a step, and not what an epoch makes of them: Adam goes by the sign of a gradient, and where that is a matter
     * of rounding the weights part.
     */
    @ParameterizedTest
    @ValueSource(strings = {"12-8", "c4-8", "c3-c4-5"})
    void aNetworkTrainsInCompanyAsItDoesAlone(String hidden) {
        List<Network> starts = List.of(start(hidden, 1), start(hidden, 2), start(hidden, 3));
        Step together = step(starts);
        for (int c = 0; c < starts.size(); c++) {
            Step alone = step(List.of(starts.get(c)));
            assertThat(together.losses()[c]).isCloseTo(alone.losses()[0], within(1e-5f));
            for (int p = 0; p < alone.gradients().size(); p++) {
                float[] expected = alone.gradients().get(p);
                assertThat(expected).as("copy %s, parameter %s", c, p).isNotEqualTo(new float[expected.length]);
                assertThat(part(together.gradients().get(p), c, expected.length))
                        .as("copy %s, parameter %s", c, p)
                        .usingComparatorWithPrecision(1e-5f)
                        .containsExactly(expected);
            }
        }
    }

    /** Of one step on all images: the loss of each copy, the gradient of each parameter over all copies. */
    private record Step(float[] losses, List<float[]> gradients) {}

    private static Step step(List<Network> networks) {
        Images train = IMAGES.train();
        try (NDManager manager = Torch.newManager();
                BatchedNetwork network = new BatchedNetwork(manager, networks, List.of())) {
            JniUtils.setGradMode(true);
            network.requireGradients();
            float[] oneHot = new float[train.count() * train.classes()];
            for (int i = 0; i < train.count(); i++) {
                oneHot[i * train.classes() + train.labels()[i]] = 1;
            }
            float[] losses = network.backward(
                    manager.create(train.pixels(), new Shape(train.count(), train.size())),
                    manager.create(oneHot, new Shape(train.count(), train.classes())),
                    BatchedNetwork.HiddenValues.AS_THEY_ARE);
            List<float[]> gradients = network.parameters().stream()
                    .map(parameter -> parameter.getGradient().toFloatArray())
                    .toList();
            return new Step(losses, gradients);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static float[] part(float[] all, int copy, int length) {
        return Arrays.copyOfRange(all, copy * length, (copy + 1) * length);
    }

    @Test
    void aDroppedNetworkLearnsAndRepeatsItself() {
        TrainingSettings dropping = new TrainingSettings(6, 32, 0.01f, 4, 0.3f, 0);
        List<Network> starts = List.of(start("24-16", 1));
        Trained dropped = train(dropping, starts);
        assertThat(dropped.testAccuracy(0)).isGreaterThan(0.8);
        assertThat(train(dropping, starts).networks().getFirst().weights())
                .usingRecursiveComparison()
                .isEqualTo(dropped.networks().getFirst().weights());
        // What is silenced in training answers in the test: the loss of training is the larger one.
        assertThat(dropped.epochs().getFirst().getLast().loss())
                .isGreaterThan(
                        train(SETTINGS, starts).epochs().getFirst().getLast().loss());
    }

    @Test
    void weightsDecay() {
        List<Network> starts = List.of(start("12-8", 1));
        double free = squares(train(SETTINGS, starts).networks().getFirst());
        double decayed = squares(train(new TrainingSettings(6, 32, 0.01f, 4, 0, 0.01f), starts)
                .networks()
                .getFirst());
        assertThat(decayed).isLessThan(0.7 * free);
    }

    private static double squares(Network network) {
        double sum = 0;
        for (float[] layer : network.weights()) {
            for (float weight : layer) {
                sum += (double) weight * weight;
            }
        }
        return sum;
    }

    @Test
    void shuffledLabelsAreAsManyOfEachClassAndTellNothing() {
        Images shuffled = IMAGES.train().withShuffledLabels(5);
        assertThat(shuffled.pixels()).isSameAs(IMAGES.train().pixels());
        assertThat(shuffled.labels()).isNotEqualTo(IMAGES.train().labels());
        assertThat(shuffled.labels()).containsExactlyInAnyOrder(IMAGES.train().labels());
        ImageSets random = new ImageSets("", "", "", shuffled, IMAGES.test());
        Trained learnt = new Trainer(random, SETTINGS, Monitor.NONE).train(List.of(start("12-8", 1)));
        assertThat(learnt.testAccuracy(0)).isLessThan(0.5);
    }

    @Test
    void theGradientIsTheOneOfTheDefinition() {
        // One step of Adam moves a weight by the rate in the direction against its gradient.
        Network start = start("5-4", 9);
        Network moved = train(new TrainingSettings(1, 300, 1e-3f, 1), List.of(start))
                .networks()
                .getFirst();
        double step = 1e-3;
        for (int l = 0; l < 3; l++) {
            for (int w = 0; w < start.weights().get(l).length; w += 7) {
                double slope = (loss(nudged(start, l, w, step)) - loss(nudged(start, l, w, -step))) / (2 * step);
                if (Math.abs(slope) > 1e-4) {
                    double change = moved.weights().get(l)[w] - start.weights().get(l)[w];
                    assertThat(change)
                            .as("layer %s weight %s slope %s", l, w, slope)
                            .isCloseTo(-Math.signum(slope) * 1e-3, within(1e-5));
                }
            }
        }
    }

    private static Network nudged(Network network, int layer, int weight, double by) {
        List<float[]> weights =
                new ArrayList<>(network.weights().stream().map(float[]::clone).toList());
        weights.get(layer)[weight] += (float) by;
        return new Network(network.architecture(), weights, network.biases());
    }

    private static double loss(Network network) {
        double sum = 0;
        for (int i = 0; i < IMAGES.train().count(); i++) {
            double[] logits = new PlainForward(network, IMAGES.train(), i).logits();
            double total = 0;
            for (double logit : logits) {
                total += Math.exp(logit);
            }
            sum += Math.log(total) - logits[IMAGES.train().labels()[i]];
        }
        return sum / IMAGES.train().count();
    }

    @Test
    void lossesAreThoseOfTheDefinition() {
        Network network = start("5-4", 9);
        assertThat(Evaluation.losses(List.of(network, network), IMAGES.train()))
                .containsExactly(new double[] {loss(network), loss(network)}, within(1e-5));
    }

    @Test
    void resultsHaveTheSameBitsForAnyNumberOfThreads() {
        float[][] one = run(1);
        float[][] two = run(2);
        for (int job = 0; job < one.length; job++) {
            assertThat(two[job]).containsExactly(one[job]);
        }
        assertThat(one[0]).isNotEqualTo(one[1]);
    }

    private static float[][] run(int threads) {
        float[][] weights = new float[4][];
        try (Workers workers = new Workers(threads)) {
            workers.run(
                    4,
                    () -> job -> weights[job] = train(SETTINGS.withSeed(job), List.of(start("12-8", job)))
                            .networks()
                            .getFirst()
                            .weights()
                            .get(1));
        }
        return weights;
    }

    @Test
    void weightsOfMaskedUnitsAreZeroWhileTheirBiasesLive() {
        Network start = start("6-4", 1);
        start.biases().getFirst()[1] = 0.5f;
        Kept kept = Kept.all(start.architecture()).with(0, 0, 2, 3);
        Network trained = new Trainer(IMAGES, SETTINGS, Monitor.NONE)
                .train(List.of(start), List.of(kept))
                .networks()
                .getFirst();
        LayerShape layer = start.architecture().layers().getFirst();
        for (int unit : new int[] {1, 4, 5}) {
            for (int w = 0; w < layer.fanIn(); w++) {
                assertThat(trained.weights().getFirst()[unit * layer.fanIn() + w])
                        .isZero();
            }
        }
        assertThat(trained.biases().getFirst()[1]).isNotZero().isNotEqualTo(0.5f);
        assertThat(Evaluation.accuracies(List.of(trained), IMAGES.test()))
                .containsExactly(Evaluation.accuracies(List.of(trained), List.of(kept), IMAGES.test()));
    }

    @Test
    void aTrainingCanBeStopped() {
        Monitor stop = progress -> progress.done() < 3 * SETTINGS.batch();
        Trainer trainer = new Trainer(IMAGES, SETTINGS, stop);
        assertThatThrownBy(() -> trainer.train(List.of(start("5", 1)))).isInstanceOf(CancellationException.class);
    }
}
