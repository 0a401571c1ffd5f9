package org.oinfo.study.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.kernels.Ends;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.RandomStreams;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.result.Importance;

class CutLayerTest {
    private static final int IMAGES = 2000;
    private static final int NEURONS = 14;
    private static final int[] SYNERGISTIC = {1, 4, 8};
    private static final int[] REDUNDANT = {2, 5, 9, 12};
    private static final int DEAD = 7;

    @TempDir
    Path folder;

    /** Independent neurons, but for one that sums two others, four that share a cause, and a dead one. */
    private static double[][] planted(int images) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(RandomStreams.of(3, 0));
        double[][] x = new double[images][NEURONS];
        for (double[] row : x) {
            double cause = normal.sample();
            Arrays.setAll(row, n -> normal.sample());
            row[8] = row[1] + row[4] + 0.3 * row[8];
            for (int n : REDUNDANT) {
                row[n] = cause + 0.5 * row[n];
            }
            row[DEAD] = 0;
        }
        return x;
    }

    private CutLayer layer(PruneSettings settings, List<Importance.Neuron> scores) throws IOException {
        return layer(settings, scores, IMAGES, Monitor.NONE);
    }

    private CutLayer layer(PruneSettings settings, List<Importance.Neuron> scores, int images, Monitor monitor)
            throws IOException {
        return CutLayer.of(
                new TrainedLayer(
                        0,
                        LayerShape.dense("layer1", NEURONS, 4),
                        1,
                        SmallStudy.given("layer1", planted(images), folder),
                        scores,
                        null),
                settings,
                SmallStudy.OPTIONS,
                monitor);
    }

    private static PruneSettings sizes(Integer... sizes) {
        return PruneSettings.defaults().withSizes(List.of(sizes), false);
    }

    private static int[] chosen(CutLayer layer, Choice choice, int draw, int size) {
        return layer.chosen(choice, draw, size).orElseThrow();
    }

    @Test
    void plantedGroupsAreChosen() throws IOException {
        CutLayer layer = layer(sizes(3, 4, 6), List.of());
        assertThat(chosen(layer, Choice.SYNERGISTIC, 0, 3)).containsExactly(SYNERGISTIC);
        assertThat(chosen(layer, Choice.SYNERGISTIC, 0, 6)).contains(SYNERGISTIC);
        assertThat(chosen(layer, Choice.REDUNDANT, 0, 4)).containsExactly(REDUNDANT);
        assertThat(chosen(layer, Choice.REDUNDANT, 0, 6)).contains(REDUNDANT);
    }

    /** Half the logarithm of the determinant is the entropy of Gaussian variables, up to a constant. */
    private static double determinant(double[][] x, int a, int b, int c) {
        int[] of = {a, b, c};
        double[][] r = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int first = of[i];
                int second = of[j];
                double mean = Arrays.stream(x).mapToDouble(row -> row[first]).sum() / x.length;
                r[i][j] = Arrays.stream(x)
                        .mapToDouble(row -> (row[first] - mean) * row[second])
                        .sum();
            }
        }
        return r[0][0] * (r[1][1] * r[2][2] - r[1][2] * r[2][1])
                - r[0][1] * (r[1][0] * r[2][2] - r[1][2] * r[2][0])
                + r[0][2] * (r[1][0] * r[2][1] - r[1][1] * r[2][0]);
    }

    @Test
    void noTripletHasMoreEntropyThanThatOfItsChoice() throws IOException {
        double[][] x = planted(500);
        int[] best = {};
        double largest = 0;
        for (int a = 0; a < NEURONS; a++) {
            for (int b = a + 1; b < NEURONS; b++) {
                for (int c = b + 1; c < NEURONS; c++) {
                    double determinant = determinant(x, a, b, c);
                    if (determinant > largest) {
                        largest = determinant;
                        best = new int[] {a, b, c};
                    }
                }
            }
        }
        CutLayer layer = layer(sizes(3), List.of(), 500, Monitor.NONE);
        assertThat(chosen(layer, Choice.ENTROPY, 0, 3)).containsExactly(best).contains(8);
        assertThat(chosen(layer, Choice.ENTROPY, 0, 13)).hasSize(13).doesNotContain(DEAD);
    }

    @Test
    void annealingChoosesThePlantedGroupsToo() throws IOException {
        CutLayer layer = layer(sizes(3, 4).withMethod(PruneSettings.Method.ANNEAL, 10), List.of());
        assertThat(chosen(layer, Choice.SYNERGISTIC, 0, 3)).containsExactly(SYNERGISTIC);
        assertThat(chosen(layer, Choice.REDUNDANT, 0, 4)).containsExactly(REDUNDANT);
    }

    @Test
    void theBestOrderHasTheMostExtremeOmegaLessItsBias() throws IOException {
        PruneSettings settings = PruneSettings.defaults()
                .withSizes(IntStream.range(3, 13).boxed().toList(), true);
        CutLayer layer = layer(settings, List.of());
        for (Ends end : List.of(Ends.SYNERGISTIC, Ends.REDUNDANT)) {
            double[] corrected = IntStream.range(3, 13)
                    .mapToDouble(size -> Objects.requireNonNull(layer.o(layer.group(end, size)))
                            - new BiasCorrection(size, IMAGES).o())
                    .map(o -> end.redundant() ? -o : o)
                    .toArray();
            double best = corrected[layer.bestOrder(end) - 3];
            assertThat(Arrays.stream(corrected).min()).hasValueCloseTo(best, within(1e-12));
        }
        assertThat(layer.size(PruneSettings.BEST_ORDER)).isEqualTo(layer.bestOrder(Ends.SYNERGISTIC));
        assertThat(layer.size(4)).isEqualTo(4);
        assertThat(layer.group(Ends.SYNERGISTIC, layer.bestOrder(Ends.SYNERGISTIC)))
                .contains(SYNERGISTIC);
        assertThat(layer.group(Ends.REDUNDANT, layer.bestOrder(Ends.REDUNDANT))).contains(REDUNDANT);
    }

    @Test
    void theComplementIsAllOtherNeuronsDeadOnesToo() throws IOException {
        CutLayer layer = layer(sizes(3), List.of());
        assertThat(chosen(layer, Choice.COMPLEMENT, 0, 3)).containsExactly(0, 2, 3, 5, 6, 7, 9, 10, 11, 12, 13);
    }

    @Test
    void randomChoicesAreOfLivingNeuronsAllDifferentAndNested() throws IOException {
        CutLayer layer = layer(sizes(3, 6), List.of());
        Set<String> different = new HashSet<>();
        int[] counts = new int[NEURONS];
        for (int draw = 1; draw <= 200; draw++) {
            int[] three = chosen(layer, Choice.RANDOM, draw, 3);
            assertThat(three).isSorted().doesNotHaveDuplicates().doesNotContain(DEAD);
            assertThat(chosen(layer, Choice.RANDOM, draw, 6)).contains(three);
            different.add(Arrays.toString(three));
            Arrays.stream(three).forEach(n -> counts[n]++);
        }
        // 13 * 12 * 11 / 6 = 286 triplets: 200 draws hit 144 different ones on average.
        assertThat(different).hasSizeBetween(125, 163);
        // Each of 13 neurons 200 * 3 / 13 = 46 times, standard deviation 6.
        assertThat(IntStream.range(0, NEURONS).filter(n -> n != DEAD).map(n -> counts[n]))
                .allMatch(count -> count > 22 && count < 70);
    }

    @Test
    void singleNeuronsAreTakenByTheirScoresWithoutDeadOnes() throws IOException {
        CutLayer layer = layer(sizes(3), SmallStudy.scores(1, "layer1", NEURONS).neurons());
        assertThat(chosen(layer, Choice.INFORMATION, 0, 8)).containsExactly(5, 6, 8, 9, 10, 11, 12, 13);
        assertThat(chosen(layer, Choice.VARIANCE, 0, 3)).containsExactly(0, 1, 2);
        assertThat(chosen(layer, Choice.WEIGHT, 0, 3)).containsExactly(11, 12, 13);
        // Of equal ones the first.
        assertThat(chosen(layer, Choice.ABLATION, 0, 3)).containsExactly(1, 3, 5);
        assertThat(chosen(layer, Choice.ABLATION, 0, 7)).containsExactly(0, 1, 3, 5, 9, 11, 13);
    }

    @Test
    void aScoreThatALivingNeuronLacksMakesNoChoice() throws IOException {
        List<Importance.Neuron> scores = SmallStudy.scores(1, "layer1", NEURONS).neurons().stream()
                .map(n -> n.neuron() == 3
                        ? new Importance.Neuron(3, false, null, null, null, null, 1, 1.0, 1.0, 1.0, 1.0)
                        : n)
                .toList();
        CutLayer layer = layer(sizes(3), scores);
        assertThat(layer.chosen(Choice.INFORMATION, 0, 3)).isEmpty();
        assertThat(layer.chosen(Choice.VARIANCE, 0, 3)).isPresent();
        assertThat(layer(sizes(3), List.of()).chosen(Choice.VARIANCE, 0, 3)).isEmpty();
    }

    @Test
    void omegaIsThatOfTheGroupAndThereIsNoneWithADeadNeuron() throws IOException {
        CutLayer layer = layer(sizes(3), List.of());
        // A collider of two causes and noise of variance v = 0.09: 1/2 ln(1+2/v) - ln(1+1/v) = -0.9187 nats.
        assertThat(layer.o(SYNERGISTIC)).isCloseTo(-0.9187, within(0.05));
        assertThat(layer.o(new int[] {1, 4, DEAD})).isNull();
        assertThat(layer.o(new int[] {1})).isNull();
    }

    @Test
    void omegaOfMoreNeuronsThanImagesIsNone() throws IOException {
        CutLayer layer = layer(sizes(3), List.of(), 12, Monitor.NONE);
        int[] twelve = IntStream.range(0, 13).filter(n -> n != DEAD).toArray();
        assertThat(layer.o(twelve)).isNull();
        assertThat(layer.o(Arrays.copyOf(twelve, 5))).isNotNull();
    }

    @Test
    void sizesThatALayerHasNotAreRefused() {
        assertThatThrownBy(() -> layer(sizes(3, 13), List.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a size must be below the number of neurons that are not dead: size=13, layer1 in " + folder
                        + " has 13 of 14; choose smaller sizes, or cut other layers");
        assertThatThrownBy(() -> layer(sizes(12), List.of(), 12, Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "a size must be below the number of images of the capture, or every group is singular: size=12,"
                                + " images=12; choose smaller sizes, or capture more images");
    }

    @Test
    void aCaptureOfAnotherNetworkIsRefused() throws IOException {
        var capture = SmallStudy.given("layer1", planted(20), folder);
        assertThatThrownBy(() -> CutLayer.of(
                        new TrainedLayer(0, LayerShape.dense("layer1", 15, 4), 1, capture, List.of(), null),
                        sizes(3),
                        SmallStudy.OPTIONS,
                        Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the capture must be of this network: layer1 has 15 neurons, " + folder
                        + " has 14 of that layer; capture this network again");
        assertThatThrownBy(() -> CutLayer.of(
                        new TrainedLayer(1, LayerShape.dense("layer2", 14, 4), 1, capture, List.of(), null),
                        sizes(3),
                        SmallStudy.OPTIONS,
                        Monitor.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a layer must be one of the capture " + folder + ", layer1 post: found layer2 post");
    }

    @Test
    void theSearchStopsWhenAsked() {
        Monitor stop = progress -> false;
        assertThatThrownBy(() -> layer(sizes(3), List.of(), IMAGES, stop)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> layer(sizes(3).withMethod(PruneSettings.Method.ANNEAL, 1), List.of(), IMAGES, stop))
                .isInstanceOf(CancellationException.class);
    }
}
