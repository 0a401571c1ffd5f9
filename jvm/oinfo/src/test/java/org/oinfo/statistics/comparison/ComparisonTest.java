package org.oinfo.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.BiasCorrection;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.kernels.Combinations;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Measure;

/** Differences of every n-plet of two data sets, and their p, against values from the definitions. */
class ComparisonTest {
    private static final OInformationOptions ALL =
            OInformationOptions.defaults().withTop(100).withThreads(2);

    private final double[][] a = Arrays.stream(PairedData.COLLIDER.draw(50, new Random(1)))
            .map(row -> Arrays.copyOf(row, 5))
            .toArray(double[][]::new);
    private final double[][] b = Arrays.stream(PairedData.CHAIN.draw(35, new Random(2)))
            .map(row -> Arrays.copyOf(row, 5))
            .toArray(double[][]::new);

    private static double[][] columns(double[][] x) {
        return IntStream.range(0, x[0].length)
                .mapToObj(v -> Arrays.stream(x).mapToDouble(row -> row[v]).toArray())
                .toArray(double[][]::new);
    }

    private static int[][] family(int variables, int order) {
        Combinations combinations = new Combinations(variables, order);
        int[][] all = new int[(int) combinations.total()][order];
        for (int rank = 0; rank < all.length; rank++) {
            combinations.unrank(rank, all[rank]);
        }
        return all;
    }

    private static ComparisonResult compare(
            double[][] first, double[][] second, OInformationOptions options, ComparisonSettings settings) {
        return OInformation.ofSamples(first, options)
                .against(OInformation.ofSamples(second, options))
                .test(settings);
    }

    @ParameterizedTest
    @CsvSource({"COPULA,O,3,false", "COPULA,TC,2,false", "COPULA,S,4,true", "GAUSSIAN,O,3,true", "GAUSSIAN,DTC,3,false"
    })
    void differencesAndTheirPAreThoseOfTheDefinition(Estimator estimator, Measure measure, int order, boolean paired) {
        double[][] second = paired ? PairedData.changed(PairedData.PAIRS.draw(50, new Random(3)), false) : b;
        double[][] other =
                Arrays.stream(second).map(row -> Arrays.copyOf(row, 5)).toArray(double[][]::new);
        ComparisonSettings settings = ComparisonSettings.of(order, measure)
                .withPermutations(19)
                .withPaired(paired)
                .withSeed(7);
        OInformationOptions options =
                ALL.withEstimate(EstimateOptions.defaults().withEstimator(estimator));
        ComparisonResult result = compare(a, other, options, settings);
        BruteComparison brute = new BruteComparison(columns(a), columns(other), estimator == Estimator.COPULA);
        int[][] family = family(5, order);
        assertThat(result.nplets()).hasSize(family.length);
        assertThat(result.differences().total()).isEqualTo(family.length);
        double mean = 0;
        for (ComparedNplet one : result.nplets()) {
            double d = one.difference(measure);
            double scale = 1 + Math.abs(one.first().s()) + Math.abs(one.second().s());
            assertThat(d).isCloseTo(brute.difference(measure, one.variables()), within(1e-10 * scale));
            assertThat(one.pFamily()).isEqualTo(brute.p(d, one.below(), measure, family, settings));
            mean += d / family.length;
        }
        assertThat(result.differences().mean()).isCloseTo(mean, within(1e-11));
    }

    @Test
    void theMostDifferentComeFirstAtEachEnd() {
        ComparisonResult result =
                compare(a, b, ALL.withTop(4), ComparisonSettings.of(3).withPermutations(19));
        double[] all = Arrays.stream(family(5, 3))
                .mapToDouble(nplet -> new BruteComparison(columns(a), columns(b), true).difference(Measure.O, nplet))
                .sorted()
                .toArray();
        List<ComparedNplet> nplets = result.nplets();
        assertThat(nplets).hasSize(8);
        for (int i = 0; i < 4; i++) {
            assertThat(nplets.get(i).below()).isTrue();
            assertThat(nplets.get(i).difference(Measure.O)).isCloseTo(all[i], within(1e-10));
            assertThat(nplets.get(4 + i).below()).isFalse();
            assertThat(nplets.get(4 + i).difference(Measure.O)).isCloseTo(all[all.length - 1 - i], within(1e-10));
        }
    }

    /** Thousands of n-plets, so that there are blocks and batches, most of which cannot enter a ranking. */
    @Test
    void theResultDependsNeitherOnThreadsNorOnTheBackend() {
        Random random = new Random(11);
        double[][] first = wide(random, 80);
        double[][] second = wide(random, 60);
        ComparisonSettings settings = ComparisonSettings.of(4).withPermutations(9);
        OInformationOptions options = OInformationOptions.defaults().withTop(7);
        ComparisonResult one = compare(first, second, options.withThreads(1), settings);
        ComparisonResult many = compare(first, second, options.withThreads(4), settings);
        ComparisonResult scalar = compare(first, second, options.withBackend("scalar"), settings);
        assertThat(one.differences().total()).isEqualTo(101_270);
        assertThat(many.nplets()).isEqualTo(one.nplets());
        assertThat(many.differences().mean()).isEqualTo(one.differences().mean());
        assertThat(many.extremes().min()).containsExactly(one.extremes().min());
        assertThat(many.extremes().max()).containsExactly(one.extremes().max());
        assertThat(scalar.nplets()).isEqualTo(one.nplets());
        assertThat(scalar.extremes().min()).containsExactly(one.extremes().min());
        assertThat(scalar.differences().mean()).isCloseTo(one.differences().mean(), within(1e-12));
    }

    private static double[][] wide(Random random, int samples) {
        double[][] x = new double[samples][41];
        for (double[] row : x) {
            double common = random.nextGaussian();
            Arrays.setAll(row, v -> random.nextGaussian() + 0.5 * common);
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void otherMarginsAreNoDifference(boolean paired) {
        double[][] x = PairedData.CAUSE.draw(40, new Random(5));
        double[][] y = PairedData.CAUSE.draw(40, new Random(6));
        ComparisonSettings settings =
                ComparisonSettings.of(3).withPermutations(19).withPaired(paired);
        ComparisonResult plain = compare(x, y, ALL, settings);
        ComparisonResult changed = compare(x, PairedData.changed(y, false), ALL, settings);
        assertThat(changed.nplets()).isEqualTo(plain.nplets());
        assertThat(changed.extremes().max()).containsExactly(plain.extremes().max());
    }

    @Test
    void theSameDataSetTwiceDiffersNowhere() {
        ComparisonResult result = compare(a, a, ALL, ComparisonSettings.of(3).withPermutations(19));
        assertThat(result.differences().mean()).isZero();
        assertThat(result.differences().above() + result.differences().below()).isZero();
        assertThat(result.nplets()).allSatisfy(one -> {
            assertThat(one.difference(Measure.O)).isZero();
            // An end of a permutation is on the other side of 0 where all its differences are.
            assertThat(one.pFamily()).isGreaterThan(0.8);
        });
    }

    @Test
    void biasIsThatOfBothSizesAndMovesNoP() {
        ComparisonSettings settings = ComparisonSettings.of(3).withPermutations(19);
        ComparisonResult raw = compare(a, b, ALL, settings);
        ComparisonResult corrected = compare(a, b, ALL.withBiasCorrect(true), settings);
        double bias = new BiasCorrection(3, 50).o() - new BiasCorrection(3, 35).o();
        assertThat(corrected.bias()).isCloseTo(bias, within(1e-15));
        for (int i = 0; i < raw.nplets().size(); i++) {
            ComparedNplet one = corrected.nplets().get(i);
            assertThat(one.difference(Measure.O))
                    .isCloseTo(raw.nplets().get(i).difference(Measure.O) - bias, within(1e-14));
            assertThat(one.pFamily()).isEqualTo(raw.nplets().get(i).pFamily());
        }
    }

    /** Of few samples TC is too large everywhere: raw, nearly all differences are above 0. */
    @Test
    void countsAreOfDifferencesLessTheirBias() {
        ComparisonSettings settings = ComparisonSettings.of(3, Measure.TC).withPermutations(1);
        double[][] few = Arrays.copyOf(b, 12);
        ComparisonResult raw = compare(a, few, ALL, settings);
        ComparisonResult corrected = compare(a, few, ALL.withBiasCorrect(true), settings);
        for (ComparisonResult result : List.of(raw, corrected)) {
            assertThat(result.differences().above()).isEqualTo(listed(result, 1));
            assertThat(result.differences().below()).isEqualTo(listed(result, -1));
        }
        assertThat(corrected.differences().above())
                .isGreaterThan(raw.differences().above());
        assertThat(corrected.nplets())
                .allSatisfy(one -> assertThat(one.below()).isEqualTo(one.difference(Measure.TC) < 0));
    }

    /** How many of the n-plets, all of which are listed, have a difference of this sign. */
    private static long listed(ComparisonResult result, int sign) {
        return result.nplets().stream()
                .filter(one -> sign * one.difference(Measure.TC) > 1e-10)
                .count();
    }

    @Test
    void aColumnThatIsConstantInOneDataSetIsLeftOut() {
        double[][] still = Arrays.stream(b).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : still) {
            row[1] = 3;
        }
        ComparisonResult result =
                compare(a, still, ALL, ComparisonSettings.of(3).withPermutations(19));
        assertThat(result.nplets().stream().map(one -> Arrays.toString(one.variables())))
                .containsExactlyInAnyOrder("[0, 2, 3]", "[0, 2, 4]", "[0, 3, 4]", "[2, 3, 4]");
    }

    @Test
    void whatIsFinishedWhenItIsStoppedIsTheResult() {
        AtomicInteger asked = new AtomicInteger();
        Monitor stops = progress -> progress.order() != 0 || progress.done() < 5 || asked.incrementAndGet() < 0;
        OInformationOptions one = ALL.withThreads(1);
        ComparisonResult result = OInformation.ofSamples(a, one)
                .against(OInformation.ofSamples(b, one))
                .test(ComparisonSettings.of(3), stops);
        assertThat(result.partial()).isTrue();
        assertThat(result.extremes().surrogates()).isBetween(5, 6);
        ComparisonResult five = compare(
                a,
                b,
                one,
                ComparisonSettings.of(3).withPermutations(result.extremes().surrogates()));
        assertThat(result.nplets()).isEqualTo(five.nplets());
        assertThat(five.partial()).isFalse();
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        OInformation five = OInformation.ofSamples(a);
        assertRefused(
                () -> five.against(OInformation.ofSamples(PairedData.CAUSE.draw(9, new Random(1)))),
                "data sets that are compared must have the same columns: the first has 5, the second 8; give data that"
                        + " belong together");
        assertRefused(
                () -> five.against(OInformation.ofSamples(
                        b, ALL.withEstimate(EstimateOptions.defaults().withEstimator(Estimator.GAUSSIAN)))),
                "data sets that are compared must be estimated in the same way");
        assertRefused(
                () -> five.against(OInformation.ofSamples(b))
                        .test(ComparisonSettings.of(3).withPaired(true)),
                "paired data sets must have as many samples, sample t of one with sample t of the other: T=50 and T=35");
        assertRefused(
                () -> five.against(OInformation.ofSamples(b)).test(ComparisonSettings.of(6)),
                "the order must be at most the number of variables that vary in both data sets: order=6, N=5");
        assertRefused(
                () -> five.against(OInformation.ofCovariance(new double[][] {
                            {1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}
                        }))
                        .test(ComparisonSettings.of(3)),
                "a comparison needs the samples themselves: found a covariance");
        assertRefused(() -> ComparisonSettings.of(2), "the order of a comparison must be at least 3");
        assertRefused(
                () -> ComparisonSettings.of(3).withPermutations(0),
                "the number of permutations must be 1 to 10000000: permutations=0");
        assertRefused(
                () -> ComparisonSettings.of(5).check(100, 100, 200),
                "a comparison scores every n-plet of at most 100000000: N=200, order=5 has 2535650040; choose fewer"
                        + " columns or a smaller order");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(BadInputException.class).hasMessageStartingWith(message);
    }
}
