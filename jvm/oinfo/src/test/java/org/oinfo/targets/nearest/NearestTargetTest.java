package org.oinfo.targets.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.TargetResult;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Warning;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.KnnOptions;
import org.oinfo.estimate.options.KnnScale;
import org.oinfo.kernels.Backends;
import org.oinfo.knn.KnnSamples;
import org.oinfo.parallel.Monitor;
import org.oinfo.targets.ClassLabels;
import org.oinfo.targets.Definition;
import org.oinfo.targets.SourceScan;
import org.oinfo.targets.Systems;
import org.oinfo.targets.TargetLandscape;
import org.oinfo.targets.TargetMeasure;
import org.oinfo.targets.TargetNplet;
import org.oinfo.targets.TargetPermutations;

/** Targets by nearest neighbours: against distances of all pairs, and against values that are known. */
class NearestTargetTest {
    private static final int K = 3;

    private static EstimateOptions plain(int neighbours) {
        return EstimateOptions.defaults()
                .withEstimator(Estimator.KNN)
                .withKnn(new KnnOptions(neighbours, KnnScale.NONE));
    }

    private static OInformationOptions options(KnnScale scale, String backend, int threads) {
        EstimateOptions estimate = EstimateOptions.defaults()
                .withEstimator(Estimator.KNN)
                .withKnn(KnnOptions.defaults().withScale(scale));
        return OInformationOptions.defaults()
                .withEstimate(estimate)
                .withBackend(backend)
                .withThreads(threads);
    }

    /** Bent variables; the second has few values, the third is mostly 0. */
    private static double[][] samples(int count, long seed) {
        double[][] x = Systems.mixed(count, 5, seed);
        for (double[] row : x) {
            row[1] = Math.rint(row[1]);
            row[2] = Math.max(0, row[2] - 1);
        }
        return x;
    }

    private static double[][] columns(double[][] x, int... chosen) {
        return IntStream.of(chosen)
                .mapToObj(i -> Arrays.stream(x).mapToDouble(row -> row[i]).toArray())
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "native"})
    void valuesAreThoseOfAllPairs(String backend) {
        double[][] x = samples(90, 3);
        KnnSamples sources = KnnSamples.of(ArraySamples.of(x), plain(K), Monitor.NONE);
        double[] y =
                Arrays.stream(x).mapToDouble(row -> row[0] * row[3] + row[1]).toArray();
        int[] classes =
                Arrays.stream(y).mapToInt(v -> v < -0.5 ? 0 : v < 0.7 ? 1 : 2).toArray();
        NearestTarget variable = NearestTarget.variable(sources, y, K, Backends.open(backend));
        NearestTarget labels = NearestTarget.classes(sources, ClassLabels.of(classes), K, Backends.open(backend));
        for (int order = 2; order <= 4; order++) {
            for (TargetNplet found : Systems.all(variable, order)) {
                Systems.assertClose(
                        found,
                        Definition.nplet(found.sources(), s -> NearestDefinition.variable(columns(x, s), y, K)),
                        1e-9);
            }
            for (TargetNplet found : Systems.all(labels, order)) {
                Systems.assertClose(
                        found,
                        Definition.nplet(found.sources(), s -> NearestDefinition.classes(columns(x, s), classes, K)),
                        1e-9);
                assertThat(found.o()).isNaN();
            }
        }
    }

    /**
     * The same data as JIDT saw (github.com/jlizier/jidt at commit d773508c), {@code MutualInfoCalculatorMultiVariateKraskov1} with NORMALISE
     * true, NOISE_LEVEL_TO_ADD 0: columns 0 and 1 together and alone, about column 2.
     */
    @ParameterizedTest
    @CsvSource({
        "gaussian,4,0.06644650878084057,0.029988742373557642,-0.005791005183009901",
        "signs,4,0.5288121868010673,0.043865861103595805,0.030721197721138793",
        "gaussian,10,0.05169862549466586,0.04771645893745813,0.0014456691945188282",
        "signs,10,0.4190110486354772,0.02486412036545005,-0.021380595770462918"
    })
    void variablesAreThoseOfJidt(String cloud, int neighbours, double both, double first, double second) {
        double[][] x = cloud.equals("signs") ? signs(500, new Random(2)) : gaussian(300, .5, .3, .2, new Random(1));
        OInformationOptions how = OInformationOptions.defaults()
                .withEstimate(EstimateOptions.defaults()
                        .withEstimator(Estimator.KNN)
                        .withKnn(new KnnOptions(neighbours, KnnScale.STANDARD)));
        TargetNplet found = pair(x, how);
        assertThat(found.i()).isCloseTo(both, within(1e-10));
        assertThat(found.redMmi()).isCloseTo(Math.min(first, second), within(1e-10));
        assertThat(found.rsi()).isCloseTo(both - first - second, within(1e-10));
    }

    /** What the last column is told by the two before it. */
    private static TargetNplet pair(double[][] x, OInformationOptions how) {
        double[] y = Arrays.stream(x).mapToDouble(row -> row[2]).toArray();
        double[][] sources = Arrays.stream(x).map(row -> Arrays.copyOf(row, 2)).toArray(double[][]::new);
        return OInformation.ofSamples(sources, how).target(y).scan(2).smallest().getFirst();
    }

    private static double[][] gaussian(int samples, double r01, double r02, double r12, Random random) {
        double l11 = Math.sqrt(1 - r01 * r01);
        double l21 = (r12 - r01 * r02) / l11;
        double l22 = Math.sqrt(1 - r02 * r02 - l21 * l21);
        return IntStream.range(0, samples)
                .mapToObj(t -> {
                    double a = random.nextGaussian();
                    double b = random.nextGaussian();
                    double c = random.nextGaussian();
                    return new double[] {a, r01 * a + l11 * b, r02 * a + l21 * b + l22 * c};
                })
                .toArray(double[][]::new);
    }

    private static double[][] signs(int samples, Random random) {
        return IntStream.range(0, samples)
                .mapToObj(t -> {
                    double a = random.nextGaussian();
                    double b = random.nextGaussian();
                    return new double[] {a, b, Math.abs(random.nextGaussian()) * Math.signum(a * b)};
                })
                .toArray(double[][]::new);
    }

    /** I = -1/2 ln(1 - R^2) of the multiple correlation R of two variables and a third. */
    @Test
    void ofGaussiansItIsTheMultipleCorrelation() {
        double a = .6;
        double b = .5;
        double r = .3;
        double squared = (a * a + b * b - 2 * a * b * r) / (1 - r * r);
        TargetNplet found = pair(gaussian(4000, r, a, b, new Random(11)), options(KnnScale.SCORES, Backends.AUTO, 2));
        System.out.printf("two of a Gaussian, seed 11: i %.4f, exact %.4f%n", found.i(), -Math.log(1 - squared) / 2);
        assertThat(found.i()).isCloseTo(-Math.log(1 - squared) / 2, within(0.04));
        assertThat(found.domega())
                .isCloseTo(Math.log(1 - squared) / 2 - Math.log(1 - a * a) / 2 - Math.log(1 - b * b) / 2, within(0.06));
    }

    /** A class that is the sign of a product: ln 2 together, nothing alone. */
    @Test
    void aSignOfAProductIsSeen() {
        Random random = new Random(5);
        double[][] x = new double[2000][3];
        int[] classes = new int[x.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = random.doubles(3).map(u -> u - .5).toArray();
            classes[t] = x[t][0] * x[t][1] > 0 ? 1 : 0;
        }
        TargetResult found = OInformation.ofSamples(x, options(KnnScale.SCORES, Backends.AUTO, 2))
                .target(classes)
                .scan(2);
        TargetNplet best = found.smallest().getFirst();
        assertThat(best.sources()).containsExactly(0, 1);
        assertThat(best.i()).isBetween(Math.log(2) - .12, Math.log(2));
        assertThat(best.redMmi()).isCloseTo(0, within(0.05));
        assertThat(best.domega()).isLessThan(-0.5);
    }

    /** Two Gaussian classes, their means d apart in each of two sources; exact values of I. */
    @ParameterizedTest
    @CsvSource({"1,0.2013", "2,0.5001", "4,0.6865"})
    void shiftedClassesHaveTheirInformation(double shift, double exact) {
        Random random = new Random(17);
        double[][] x = new double[4000][2];
        int[] classes = new int[x.length];
        for (int t = 0; t < x.length; t++) {
            classes[t] = t % 2;
            x[t] = new double[] {random.nextGaussian() + shift * classes[t], random.nextGaussian() + shift * classes[t]
            };
        }
        TargetNplet found = OInformation.ofSamples(x, options(KnnScale.SCORES, Backends.AUTO, 2))
                .target(classes)
                .scan(2)
                .smallest()
                .getFirst();
        System.out.printf("classes %s apart, seed 17: i %.4f, exact %.4f%n", shift, found.i(), exact);
        assertThat(found.i()).isCloseTo(exact, within(0.05)).isLessThanOrEqualTo(Math.log(2));
    }

    @Test
    void classesThatAreSeparateHaveTheEntropyAtEveryOrder() {
        Random random = new Random(23);
        double[][] x = new double[60][4];
        int[] classes = new int[x.length];
        for (int t = 0; t < x.length; t++) {
            classes[t] = t % 3;
            for (int i = 0; i < 4; i++) {
                x[t][i] = 1000 * classes[t] + random.nextDouble();
            }
        }
        for (int order = 2; order <= 4; order++) {
            for (TargetNplet found : OInformation.ofSamples(x, options(KnnScale.NONE, Backends.AUTO, 2))
                    .target(classes)
                    .scan(order)
                    .smallest()) {
                assertThat(found.i()).isEqualTo(ClassLabels.of(classes).entropy());
                assertThat(found.domega()).isCloseTo(found.i(), within(1e-12));
            }
        }
    }

    @Test
    void bitsDependOnNeitherThreadsNorBackend() {
        double[][] x = samples(120, 8);
        double[] y = Arrays.stream(x).mapToDouble(row -> row[0] - row[4]).toArray();
        List<String> seen = new ArrayList<>();
        for (String backend : List.of("scalar", "native")) {
            for (int threads : new int[] {1, 2, 5}) {
                TargetResult found = OInformation.ofSamples(x, options(KnnScale.SCORES, backend, threads))
                        .target(y)
                        .scan(3);
                TargetLandscape all = found.landscape();
                seen.add(all.meanDomega() + " " + all.meanInformation() + rows(found.smallest())
                        + rows(found.largest()));
            }
        }
        assertThat(seen.stream().distinct()).hasSize(1);
    }

    private static String rows(List<TargetNplet> nplets) {
        return nplets.stream()
                .map(n -> Arrays.toString(n.sources()) + Arrays.toString(Systems.values(n)) + n.o())
                .toList()
                .toString();
    }

    /** p of an extreme is what counting the extremes of those very permutations by the definition gives. */
    @Test
    void pIsAShareOfPermutationsByTheDefinition() {
        double[][] x = samples(60, 4);
        int[] classes =
                Arrays.stream(x).mapToInt(row -> row[0] + row[3] > 0 ? 1 : 0).toArray();
        ClassLabels labels = ClassLabels.of(classes);
        KnnSamples sources = KnnSamples.of(ArraySamples.of(x), plain(K), Monitor.NONE);
        List<int[]> targets = new ArrayList<>();
        TargetPermutations found = TargetPermutations.of(
                order -> {
                    targets.add(order.clone());
                    return NearestTarget.classes(sources, labels.permuted(order), K, Backends.open("scalar"));
                },
                x.length,
                2,
                TargetMeasure.DOMEGA,
                29,
                6,
                1,
                Monitor.NONE);
        double[] lowest = new double[29];
        double[] highest = new double[29];
        for (int b = 0; b < 29; b++) {
            int[] order = targets.get(b);
            assertThat(Arrays.stream(order).sorted())
                    .containsExactly(IntStream.range(0, x.length).boxed().toArray(Integer[]::new));
            int[] permuted = IntStream.of(order).map(t -> classes[t]).toArray();
            double[] all = pairs(x, permuted);
            lowest[b] = Arrays.stream(all).min().orElseThrow();
            highest[b] = Arrays.stream(all).max().orElseThrow();
        }
        for (double value : pairs(x, classes)) {
            assertThat(found.lowest(value - 1e-9))
                    .isEqualTo((1
                                    + Arrays.stream(lowest)
                                            .filter(v -> v <= value - 1e-9)
                                            .count())
                            / 30.0);
            assertThat(found.highest(value + 1e-9))
                    .isEqualTo((1
                                    + Arrays.stream(highest)
                                            .filter(v -> v >= value + 1e-9)
                                            .count())
                            / 30.0);
        }
    }

    private static double[] pairs(double[][] x, int[] classes) {
        return IntStream.range(0, 5)
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, 5).mapToObj(j -> new int[] {i, j}))
                .mapToDouble(pair -> Definition.nplet(pair, s -> NearestDefinition.classes(columns(x, s), classes, K))
                        .domega())
                .toArray();
    }

    @Test
    void tiesOfTheTargetAreSaid() {
        double[][] x = samples(50, 2);
        double[] y =
                IntStream.range(0, 50).mapToDouble(t -> Math.max(0, t - 30)).toArray();
        assertThat(OInformation.ofSamples(x, options(KnnScale.SCORES, Backends.AUTO, 1))
                        .target(y)
                        .warnings())
                .extracting(Warning::name)
                .containsExactly(Warning.Name.TIED_VALUES);
    }

    @Test
    void whatCannotBeEstimatedIsRefused() {
        double[][] x = samples(50, 2);
        OInformation info = OInformation.ofSamples(x, options(KnnScale.NONE, Backends.AUTO, 1));
        int[] few = IntStream.range(0, 50).map(t -> t < 4 ? 7 : 8).toArray();
        assertThatThrownBy(() -> info.target(few).scan(2))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("more samples than neighbours: neighbours=4, too small: class 7 (4 samples)");
        assertThatThrownBy(() -> info.target(new double[50]))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the target must vary");
        assertThatThrownBy(() -> info.target(new double[] {1, 2}))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("found 2 values and 50 samples");
        for (double[] row : x) {
            row[0] *= 1e307;
        }
        assertThatThrownBy(() -> OInformation.ofSamples(x, options(KnnScale.NONE, Backends.AUTO, 1))
                        .target(IntStream.range(0, 50).map(t -> t % 5).toArray())
                        .scan(2))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("rescale");
    }

    @Test
    void aStoppedScanIsPartial() {
        double[][] x = Systems.mixed(40, 12, 9);
        KnnSamples sources = KnnSamples.of(ArraySamples.of(x), plain(K), Monitor.NONE);
        double[] y = columns(x, 0)[0];
        SourceScan scan =
                NearestTarget.variable(sources, y, K, Backends.open("scalar")).scan(3, 5, TargetMeasure.I);
        scan.run(1, progress -> progress.done() < 60);
        assertThat(scan.partial()).isTrue();
        assertThat(scan.landscape().total()).isEqualTo(64);
    }
}
