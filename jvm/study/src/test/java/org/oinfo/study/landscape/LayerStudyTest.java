package org.oinfo.study.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.ProgressSteps;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Group;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.LayerLandscape.Subsets;

class LayerStudyTest {
    @TempDir
    Path folder;

    private Path made(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @Test
    void everyFigureIsThatOfTheDefinition() {
        double[][] x = Layers.withDead(Layers.connected(1, 250, 12), 4, 0);
        LayerLandscape found = Layers.study(
                        Layers.capture(folder, x),
                        Layers.SETTINGS.withControlOrders().withTop(3).withBackend("auto"))
                .getFirst();
        List<Integer> alive = IntStream.range(0, 12).filter(i -> i != 4).boxed().toList();
        double[][] r = Oracle.correlations(x);
        assertThat(found.orders()).extracting(Order::order).containsExactly(3, 4, 5);
        for (Order order : found.orders()) {
            List<Group> all = Oracle.groups(alive, order.order()).stream()
                    .map(group -> new Group(group, Oracle.omega(r, group)))
                    .sorted(Comparator.comparingDouble(Group::o))
                    .toList();
            assertThat(order.total()).isEqualTo(all.size());
            double mean = all.stream().mapToDouble(Group::o).average().orElseThrow();
            assertThat(order.mean()).isCloseTo(mean, within(1e-12));
            assertThat(order.min()).isCloseTo(all.getFirst().o(), within(1e-12));
            assertThat(order.max()).isCloseTo(all.getLast().o(), within(1e-12));
            assertThat(order.redundant())
                    .isEqualTo(all.stream().filter(group -> group.o() > 1e-10).count());
            assertThat(order.synergistic())
                    .isEqualTo(all.stream().filter(group -> group.o() < -1e-10).count());
            assertThat(order.singular() + order.balanced()).isZero();
            assertGroups(order.mostSynergistic(), all.subList(0, 3));
            assertGroups(order.mostRedundant(), all.reversed().subList(0, 3));
            assertDistribution(order, all, mean);
        }
    }

    private static void assertGroups(List<Group> found, List<Group> expected) {
        assertThat(found)
                .extracting(Group::neurons)
                .isEqualTo(expected.stream().map(Group::neurons).toList());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).o()).isCloseTo(expected.get(i).o(), within(1e-12));
        }
    }

    /** Up to order 4 by default. */
    private static void assertDistribution(Order order, List<Group> all, double mean) {
        if (order.order() > 4) {
            assertThat(order.histogram()).isNull();
            assertThat(order.variance()).isNull();
            return;
        }
        double variance = all.stream()
                .mapToDouble(group -> (group.o() - mean) * (group.o() - mean))
                .average()
                .orElseThrow();
        assertThat(order.variance()).isCloseTo(variance, within(1e-12));
        LayerLandscape.Histogram histogram = Objects.requireNonNull(order.histogram());
        List<@Nullable Double> edges = histogram.edges();
        assertThat(edges).hasSize(histogram.counts().size() + 1);
        for (int i = 0; i < histogram.counts().size(); i++) {
            double from = Objects.requireNonNull(edges.get(i));
            double to = Objects.requireNonNull(edges.get(i + 1));
            assertThat(all.stream()
                            .filter(group -> group.o() >= from && group.o() < to)
                            .count())
                    .isEqualTo(histogram.counts().get(i));
        }
    }

    @Test
    void sharesOfZerosAndTiesAreOfTheNeuronsAlive() {
        double[][] x = Layers.withDead(Layers.noise(2, 10, 4), 2, 3.5);
        for (int t = 0; t < 4; t++) {
            x[t][0] = t == 0 ? -0.0 : 0;
        }
        x[7][1] = x[8][1];
        LayerLandscape found = Layers.study(
                        Layers.capture(folder, x), Layers.SETTINGS.withOrders(3).withControlOrders())
                .getFirst();
        assertThat(found.dead()).containsExactly(2);
        assertThat(found.width()).isEqualTo(4);
        assertThat(found.samples()).isEqualTo(10);
        assertThat(found.zeros()).isEqualTo(4 / 30.0);
        assertThat(found.tied()).isEqualTo(6 / 30.0);
    }

    @Test
    void aLayerOfDeadNeuronsHasNoOrdersAndStopsNobody() {
        double[][] dead = new double[20][6];
        double[][] three = Layers.noise(6, 20, 6);
        IntStream.of(0, 1, 5).forEach(i -> Layers.withDead(three, i, i));
        List<LayerLandscape> found = Layers.study(Layers.capture(folder, dead, three), Layers.SETTINGS);
        assertThat(found).hasSize(8);
        for (LayerLandscape landscape : found.subList(0, 4)) {
            assertThat(landscape.dead()).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(landscape.orders()).isEmpty();
            assertThat(landscape.subsets()).isEmpty();
            assertThat(landscape.zeros()).isZero();
            assertThat(landscape.tied()).isZero();
        }
        assertThat(found.get(4).orders()).extracting(Order::order).containsExactly(3);
        assertThat(found.get(4).orders().getFirst().mostSynergistic().getFirst().neurons())
                .containsExactly(2, 3, 4);
    }

    @Test
    void duplicateNeuronsAreCountedApart() {
        double[][] x = Layers.noise(8, 40, 3);
        for (double[] row : x) {
            row[2] = row[1];
        }
        Order order = Layers.study(Layers.capture(folder, x), Layers.SETTINGS.withControlOrders())
                .getFirst()
                .orders()
                .getFirst();
        assertThat(order.singular()).isEqualTo(1);
        assertThat(order.total()).isEqualTo(1);
        assertThat(order.mean()).isNull();
        assertThat(order.min()).isNull();
        assertThat(order.max()).isNull();
        assertThat(order.variance()).isNull();
        assertThat(order.histogram()).isNull();
        assertThat(order.mostSynergistic()).isEmpty();
    }

    @Test
    void aLayerNoWiderThanASubsetIsItsOwnSubset() {
        Capture capture = Layers.capture(folder, Layers.connected(9, 50, 10), Layers.connected(10, 50, 14));
        List<LayerLandscape> found =
                Layers.study(capture, Layers.SETTINGS.withControlOrders().withSubsets(10, 4));
        for (int i = 0; i < 3; i++) {
            Order order = found.getFirst().orders().get(i);
            Subsets subsets = found.getFirst().subsets().get(i);
            assertThat(subsets)
                    .isEqualTo(new Subsets(
                            order.order(),
                            10,
                            1,
                            Objects.requireNonNull(order.min()),
                            0,
                            Objects.requireNonNull(order.mean()),
                            0,
                            Objects.requireNonNull(order.max()),
                            0));
            Subsets drawn = found.get(1).subsets().get(i);
            assertThat(drawn.size()).isEqualTo(10);
            assertThat(drawn.draws()).isEqualTo(4);
            assertThat(drawn.min())
                    .isGreaterThan(
                            Objects.requireNonNull(found.get(1).orders().get(i).min()));
        }
        assertThat(Layers.study(capture, Layers.SETTINGS.withControlOrders().withSubsets(10, 0)))
                .allSatisfy(landscape -> assertThat(landscape.subsets()).isEmpty());
    }

    @Test
    void onlyTheFirstImagesCount() throws IOException {
        double[][] x = Layers.connected(12, 90, 6);
        LandscapeSettings settings = Layers.SETTINGS.withOrders(3).withControlOrders(3);
        List<LayerLandscape> first = Layers.study(Layers.capture(made("whole"), x), settings.withImages(40));
        List<LayerLandscape> cut = Layers.study(
                Layers.capture(made("cut"), List.of(x).subList(0, 40).toArray(double[][]::new)), settings);
        assertThat(timeless(first)).isEqualTo(timeless(cut));
        assertThat(first.getFirst().samples()).isEqualTo(40);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws IOException {
        LandscapeSettings settings = Layers.SETTINGS
                .withSubsets(10, 6)
                .withControls(ControlSettings.defaults().withDraws(3, 19, 8));
        double[][] x = Layers.withDead(Layers.connected(13, 300, 14), 13, 0);
        Layers.labels(made("trained"), 300, 3);
        Capture trained = Layers.capture(folder.resolve("trained"), x, Layers.connected(14, 300, 11));
        Capture untrained =
                Layers.capture(made("untrained"), Layers.connected(15, 300, 14), Layers.connected(16, 300, 11));
        List<LayerLandscape> one = Layers.study(trained, untrained, settings, 1);
        assertThat(timeless(Layers.study(trained, untrained, settings, 2))).isEqualTo(timeless(one));
        assertThat(timeless(Layers.study(trained, untrained, settings.withSeed(2), 1)))
                .isNotEqualTo(timeless(one));
    }

    static List<LayerLandscape> timeless(List<LayerLandscape> landscapes) {
        return landscapes.stream()
                .map(l -> new LayerLandscape(
                        l.seed(),
                        l.layer(),
                        l.activation(),
                        l.condition(),
                        l.ties(),
                        l.width(),
                        l.samples(),
                        l.dead(),
                        l.zeros(),
                        l.tied(),
                        l.orders().stream().map(LayerStudyTest::timeless).toList(),
                        l.subsets(),
                        l.spectrum(),
                        l.tree(),
                        l.about()))
                .toList();
    }

    private static Order timeless(Order o) {
        return new Order(
                o.order(),
                o.total(),
                o.redundant(),
                o.synergistic(),
                o.balanced(),
                o.singular(),
                o.mean(),
                o.s(),
                o.variance(),
                o.min(),
                o.max(),
                o.mostSynergistic(),
                o.mostRedundant(),
                o.histogram(),
                0);
    }

    @Test
    void progressAddsUpToWhatWasForetold() {
        double[][] x = Layers.withDead(Layers.connected(17, 60, 9), 3, 0);
        Capture capture = Layers.capture(folder, x, new double[20][4]);
        AtomicLong units = new AtomicLong();
        ProgressSteps steps = new ProgressSteps();
        LayerStudy.of(capture, null, Layers.SETTINGS, 1, 2, progress -> {
            assertThat(progress.order()).isZero();
            units.addAndGet(steps.since(progress));
            return true;
        });
        // Orders 3 to 5 of 9 neurons, four controls of orders 3 and 4; orders 3 and 4 of 4 neurons five times.
        assertThat(units).hasValue(84 + 126 + 126 + 4 * (84 + 126) + 5 * (4 + 1));
        assertThat(LayerStudy.nplets(capture, null, Layers.SETTINGS)).isEqualTo(units.get());
    }

    @Test
    void aUserWhoStopsGetsNoHalfResult() {
        Capture capture = Layers.capture(folder, Layers.connected(18, 60, 14), Layers.connected(19, 60, 14));
        // Asked again and again: before each landscape, between slices of a scan, before each subset.
        for (int answers : new int[] {0, 1, 3, 20, 150, 400}) {
            AtomicInteger asked = new AtomicInteger();
            Monitor monitor = progress -> asked.getAndIncrement() < answers;
            assertThatThrownBy(() -> LayerStudy.of(capture, null, Layers.SETTINGS, 1, 2, monitor))
                    .as("after %d answers", answers)
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void tooFewImagesAreRefusedBeforeAnyWork() throws IOException {
        Capture capture = Layers.capture(folder, Layers.noise(20, 30, 6), Layers.noise(21, 5, 6));
        Monitor untouched = progress -> {
            throw new AssertionError("work was done");
        };
        assertThatThrownBy(() -> LayerStudy.of(capture, null, Layers.SETTINGS, 1, 1, untouched))
                .isInstanceOf(BadInputException.class)
                .hasMessage("there must be more images than the largest order, or every group is singular: T=5 of "
                        + folder.resolve("layer2.npy") + ", order=5; take more images or smaller orders");
        assertThatThrownBy(() -> LayerStudy.of(capture, null, Layers.SETTINGS.withImages(4), 1, 1, untouched))
                .hasMessageContaining("T=4 of " + folder.resolve("layer1.npy"));
        assertThat(Layers.study(Layers.capture(made("narrow"), Layers.noise(24, 5, 4)), Layers.SETTINGS)
                        .getFirst()
                        .orders())
                .as("a layer of 4 neurons has no order 5")
                .hasSize(2);
    }
}
