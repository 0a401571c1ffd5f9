package org.oinfo.study.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.study.InventedImages;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.images.Images;
import org.oinfo.study.network.Network;
import org.oinfo.study.network.PlainLoss;
import org.oinfo.study.result.Importance;
import org.oinfo.study.result.Importance.Agreement;
import org.oinfo.study.result.Importance.Neuron;

class NeuronScoresTest {
    private static final long SEED = 11;
    private static final int SILENT = 2;
    private static final int CONSTANT = 5;
    private static final ImportanceSettings SETTINGS =
            new ImportanceSettings(3, 10, 150, OInformationOptions.defaults());

    @TempDir
    Path folder;

    private final Images images = InventedImages.of(200, 1, 4, SEED).train();
    private final Network network = network();

    /** Two hidden layers; in the first one neuron is always silent and one always answers 0.7. */
    private static Network network() {
        Network network = Invented.network("12-9", 4, SEED);
        Invented.stop(network, 0, SILENT, -1);
        Invented.stop(network, 0, CONSTANT, 0.7f);
        return network;
    }

    private NeuronScores scores(Capture capture) {
        return NeuronScores.ofNetwork(network, capture, images.labels(), images, SETTINGS, 77);
    }

    private List<Importance> run(int threads) {
        return scores(Invented.capture(network, images, folder)).run(threads, Monitor.NONE);
    }

    /** Values of a neuron over all images, as the capture holds them. */
    private double[] column(Capture capture, int layer, int neuron) {
        double[] column = new double[images.count()];
        try (Samples activations = capture.samples(capture.layers().get(layer))) {
            activations.read(0, column.length, neuron, 1, column);
        }
        return column;
    }

    @Test
    void layersComeInOrderWithWhatTheyWereTakenFrom() {
        List<Importance> layers = run(1);
        assertThat(layers).extracting(Importance::layer).containsExactly("layer1", "layer2");
        assertThat(layers).extracting(Importance::seed).containsExactly(77L, 77L);
        assertThat(layers).extracting(Importance::ablationImages).containsExactly(150, 150);
        // 10 neurons alive make 120 triplets, a tenth is 12; 8 make 56, a tenth is 5.
        assertThat(layers).extracting(Importance::extremes).containsExactly(10, 5);
        assertThat(layers.get(0).neurons())
                .extracting(Neuron::neuron)
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void groupScoresAreThoseOfAllTripletsOneByOne() {
        Capture capture = Invented.capture(network, images, folder);
        List<Importance> layers = scores(capture).run(2, Monitor.NONE);
        for (int l = 0; l < 2; l++) {
            Importance layer = layers.get(l);
            List<Integer> alive = layer.neurons().stream()
                    .filter(n -> !n.dead())
                    .map(Neuron::neuron)
                    .toList();
            int index = l;
            List<TripletOracle.Triplet> triplets = TripletOracle.of(
                    alive.stream().map(n -> column(capture, index, n)).toList(), alive);
            int k = layer.extremes();
            for (int n : alive) {
                double mean = triplets.stream()
                        .filter(t -> t.neurons().contains(n))
                        .mapToDouble(TripletOracle.Triplet::o)
                        .average()
                        .orElseThrow();
                Neuron found = layer.neurons().get(n);
                assertThat(found.meanO()).isCloseTo(mean, within(1e-9));
                assertThat(found.synergisticShare()).isEqualTo(share(triplets.subList(0, k), n));
                assertThat(found.redundantShare())
                        .isEqualTo(share(triplets.subList(triplets.size() - k, triplets.size()), n));
            }
        }
    }

    private static double share(List<TripletOracle.Triplet> triplets, int neuron) {
        return triplets.stream().filter(t -> t.neurons().contains(neuron)).count() / (double) triplets.size();
    }

    @Test
    void weightsAndVarianceAreThoseOfTheNetwork() {
        Capture capture = Invented.capture(network, images, folder);
        List<Importance> layers = scores(capture).run(1, Monitor.NONE);
        for (int l = 0; l < 2; l++) {
            float[] weights = network.weights().get(l + 1);
            int width = layers.get(l).neurons().size();
            for (Neuron neuron : layers.get(l).neurons()) {
                double squares = 0;
                for (int w = neuron.neuron(); w < weights.length; w += width) {
                    squares += (double) weights[w] * weights[w];
                }
                assertThat(neuron.weight()).isCloseTo(Math.sqrt(squares), within(1e-12));
                double[] values = column(capture, l, neuron.neuron());
                double mean = TripletOracle.mean(values);
                double sum =
                        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
                assertThat(neuron.variance()).isCloseTo(sum / (values.length - 1), within(1e-12));
            }
        }
    }

    @Test
    void theInformationIsThatOfTheClassesOfTheCapture() {
        Capture capture = Invented.capture(network, images, folder);
        for (Neuron neuron : scores(capture).run(1, Monitor.NONE).get(1).neurons()) {
            double[] values = column(capture, 1, neuron.neuron());
            if (!neuron.dead()) {
                assertThat(neuron.information())
                        .isCloseTo(ClassInformationTest.definition(values, images.labels()), within(1e-12));
            }
        }
    }

    @Test
    void theAblationLossIsTheLossWithoutTheNeuronLessThatOfTheWhole() {
        List<Importance> layers = run(2);
        Images some = images.first(150);
        for (int l = 0; l < 2; l++) {
            for (Neuron neuron : layers.get(l).neurons()) {
                assertThat(neuron.ablationLoss())
                        .isCloseTo(PlainLoss.gain(network, l, neuron.neuron(), some), within(1e-6));
            }
        }
    }

    @Test
    void deadNeuronsAreListedWithoutScoresOfGroupsAndClasses() {
        List<Neuron> neurons = run(1).getFirst().neurons();
        assertThat(neurons.stream().filter(Neuron::dead).map(Neuron::neuron)).containsExactly(SILENT, CONSTANT);
        for (int dead : new int[] {SILENT, CONSTANT}) {
            Neuron neuron = neurons.get(dead);
            assertThat(neuron.meanO()).isNull();
            assertThat(neuron.synergisticShare()).isNull();
            assertThat(neuron.redundantShare()).isNull();
            assertThat(neuron.information()).isNull();
            assertThat(neuron.variance()).isZero();
        }
        assertThat(neurons.get(SILENT).ablationLoss()).isZero();
        assertThat(neurons.get(CONSTANT).ablationLoss()).isNotZero();
    }

    @Test
    void agreementIsThatOfTheNeuronsAlive() {
        Importance layer = run(1).getFirst();
        List<Neuron> alive = layer.neurons().stream().filter(n -> !n.dead()).toList();
        assertThat(layer.agreement()).hasSize(36);
        assertThat(layer.agreement())
                .filteredOn(a -> a.first().equals("variance"))
                .extracting(Agreement::second)
                .containsExactly("weight", "ablationLoss", "taylor", "wanda");
        Agreement both = layer.agreement().stream()
                .filter(a -> a.first().equals("meanO") && a.second().equals("variance"))
                .findFirst()
                .orElseThrow();
        double expected = TripletOracle.correlation(
                ranks(alive.stream().map(Neuron::meanO).toList()),
                ranks(alive.stream().map(Neuron::variance).toList()));
        assertThat(both.correlation()).isCloseTo(expected, within(1e-12));
    }

    private static double[] ranks(List<Double> values) {
        return values.stream()
                .mapToDouble(v -> values.stream().filter(w -> w < v).count())
                .toArray();
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        assertThat(run(3)).isEqualTo(run(1));
    }

    @Test
    void aLayerOfDeadNeuronsHasNoAgreement() {
        for (int unit = 0; unit < 9; unit++) {
            Invented.stop(network, 1, unit, -1);
        }
        Importance layer = run(1).get(1);
        assertThat(layer.neurons()).allMatch(Neuron::dead).allMatch(n -> n.meanO() == null);
        assertThat(layer.extremes()).isZero();
        assertThat(layer.agreement()).isEmpty();
    }

    @Test
    void fewerNeuronsAliveThanTheOrderHaveOnlyTheScoresOfTheirOwn() {
        for (int unit = 1; unit < 8; unit++) {
            Invented.stop(network, 1, unit, -1);
        }
        Importance layer = run(1).get(1);
        assertThat(layer.neurons().stream().filter(n -> !n.dead()))
                .hasSizeLessThan(3)
                .isNotEmpty();
        assertThat(layer.neurons()).allMatch(n -> n.meanO() == null && n.synergisticShare() == null);
        assertThat(layer.neurons())
                .filteredOn(n -> !n.dead())
                .allMatch(n -> n.information() != null && n.ablationLoss() != null);
    }

    @Test
    void activationsAloneGiveNoWeightsAndWithoutClassesNoInformation() {
        Capture capture = Invented.capture(network, images, folder);
        List<Importance> whole = scores(capture).run(1, Monitor.NONE);
        List<Importance> layers =
                NeuronScores.ofActivations(capture, null, SETTINGS).run(1, Monitor.NONE);
        Importance layer = layers.getFirst();
        assertThat(layer.seed()).isZero();
        assertThat(layer.ablationImages()).isZero();
        for (int i = 0; i < 12; i++) {
            Neuron alone = layer.neurons().get(i);
            Neuron known = whole.getFirst().neurons().get(i);
            assertThat(alone)
                    .isEqualTo(new Neuron(
                            i,
                            known.dead(),
                            known.meanO(),
                            known.synergisticShare(),
                            known.redundantShare(),
                            null,
                            known.variance(),
                            null,
                            null,
                            null,
                            null));
        }
        assertThat(layer.agreement())
                .filteredOn(a -> a.first().equals("weight") || a.second().equals("information"))
                .isNotEmpty()
                .allMatch(a -> a.correlation() == null);
        assertThat(NeuronScores.ofActivations(capture, images.labels(), SETTINGS)
                        .run(1, Monitor.NONE)
                        .getFirst()
                        .neurons()
                        .getFirst()
                        .information())
                .isEqualTo(whole.getFirst().neurons().getFirst().information());
    }

    @Test
    void progressIsToldInNeuronsAndEndsAtTheUnits() {
        AtomicLong told = new AtomicLong();
        List<Integer> orders = new ArrayList<>();
        NeuronScores scores = scores(Invented.capture(network, images, folder));
        ProgressSteps steps = new ProgressSteps();
        scores.run(1, progress -> {
            orders.add(progress.order());
            told.addAndGet(steps.since(progress));
            return true;
        });
        assertThat(orders).containsOnly(0);
        assertThat(told.get()).isEqualTo(scores.units()).isEqualTo(2 * (12 + 9));
    }

    @Test
    void theUserStopsItAtAnyStep() {
        NeuronScores scores = scores(Invented.capture(network, images, folder));
        AtomicLong asked = new AtomicLong();
        scores.run(1, stoppingAt(Long.MAX_VALUE, asked));
        long questions = asked.get();
        assertThat(questions).isGreaterThan(2 * (12 + 9) / 2);
        for (long at = 0; at < questions; at += questions / 7) {
            long stop = at;
            assertThatThrownBy(() -> scores.run(1, stoppingAt(stop, new AtomicLong())))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static Monitor stoppingAt(long question, AtomicLong asked) {
        return progress -> asked.getAndIncrement() < question;
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        Capture capture = Invented.capture(network, images, folder);
        assertThatThrownBy(() -> NeuronScores.ofActivations(capture, new int[199], SETTINGS)
                        .run(1, Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("there must be a class for each image: found 199 classes for 200 images in layer1.npy;"
                        + " capture the activations again");
        Network other = Invented.network("11-9", 4, SEED);
        assertThatThrownBy(() -> NeuronScores.ofNetwork(other, capture, images.labels(), images, SETTINGS, 1)
                        .run(1, Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a captured layer must be as wide as the network's: found 12 neurons in layer1.npy, 11 in"
                        + " layer1; capture the activations of this network");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        OInformationOptions scan = OInformationOptions.defaults();
        assertThatThrownBy(() -> new ImportanceSettings(2, 1, 1, scan))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the order of the n-plets that score neurons must be at least 3, Omega of two neurons is 0:"
                        + " found 2");
        assertThatThrownBy(() -> new ImportanceSettings(3, 0, 1, scan))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the n-plets counted at each end must be at least 1: found 0");
        assertThatThrownBy(() -> new ImportanceSettings(3, 1, 0, scan))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the images to silence neurons on must be at least 1: found 0");
    }
}
