package org.oinfo.statistics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backends;
import org.oinfo.parallel.Monitor;
import org.oinfo.statistics.surrogate.NullSettings.Family;

/**
 * Error rates and power on data whose truth is known. What a rate must lie in holds 99 % of the runs of a test that keeps its
 * level exactly; seeds are fixed and printed, so a run repeats to the last digit.
 */
class NullRatesTest {
    private static final double LEVEL = 0.05;
    private static final int B = 199;

    /** In how many data sets some p was at most the level: smallest Omega, largest Omega, carry-over of the first n-plet. */
    private record Errors(int synergy, int redundancy, int carry) {}

    private static Errors errors(
            String name, int dataSets, int order, Surrogate kind, long seed, Function<Random, SampleScores> data) {
        int[][] found = IntStream.range(0, dataSets)
                .parallel()
                .mapToObj(i -> {
                    NullSettings settings = new NullSettings(order, B, kind, seed + i, Family.ORDER, false);
                    NullResult result = new NullOfScan(Backends.open("auto"), data.apply(new Random(seed + i)), 1)
                            .ofExtremes(1, settings, Monitor.NONE);
                    return new int[] {
                        result.nplets().getFirst().pFamily() <= LEVEL ? 1 : 0,
                        result.nplets().getLast().pFamily() <= LEVEL ? 1 : 0,
                        result.nplets().getFirst().pCarry() <= LEVEL ? 1 : 0
                    };
                })
                .toArray(int[][]::new);
        Errors errors = new Errors(sum(found, 0), sum(found, 1), sum(found, 2));
        System.out.printf(
                "%s: data sets %d, B %d, seed %d, 99%% interval %s: %s%n",
                name, dataSets, B, seed, Arrays.toString(NullData.interval(dataSets, LEVEL)), errors);
        return errors;
    }

    private static int sum(int[][] found, int place) {
        return Arrays.stream(found).mapToInt(one -> one[place]).sum();
    }

    private static void assertLevelKept(int errors, int dataSets) {
        int[] interval = NullData.interval(dataSets, LEVEL);
        assertThat(errors).isBetween(interval[0], interval[1]);
    }

    private static SampleScores independent(String margins, Random random) {
        double[][] x = NullData.normals(100, 12, random);
        return NullData.scores(margins.equals("uniform") ? x : NullData.rectified(x));
    }

    @ParameterizedTest
    @CsvSource({"uniform,1000", "rectified,2000"})
    void independentVariablesKeepTheLevel(String margins, long seed) {
        assertErrors(margins, seed, 60);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"uniform,100000", "rectified,200000"})
    void independentVariablesKeepTheLevelInThousandDataSets(String margins, long seed) {
        assertErrors(margins, seed, 1000);
    }

    private static void assertErrors(String margins, long seed, int dataSets) {
        Errors errors = errors(
                "independent, " + margins,
                dataSets,
                3,
                Surrogate.SHUFFLE,
                seed,
                random -> independent(margins, random));
        assertLevelKept(errors.synergy(), dataSets);
        assertLevelKept(errors.redundancy(), dataSets);
    }

    /** Independent slow series look dependent; rotations know how slow they are, shuffles do not. */
    @Tag("slow")
    @Test
    void shiftsKeepTheLevelOnSlowSeriesAndShufflesDoNot() {
        int dataSets = 1000;
        Function<Random, SampleScores> series = random -> NullData.scores(NullData.autoregressive(500, 8, 0.9, random));
        Errors shifted = errors("AR(1) 0.9, shift", dataSets, 3, Surrogate.SHIFT, 300_000, series);
        assertLevelKept(shifted.synergy(), dataSets);
        assertLevelKept(shifted.redundancy(), dataSets);
        Errors shuffled = errors("AR(1) 0.9, shuffle", dataSets, 3, Surrogate.SHUFFLE, 300_000, series);
        assertThat(shuffled.synergy()).isGreaterThan(dataSets / 2);
        assertThat(shuffled.redundancy()).isGreaterThan(dataSets / 2);
    }

    /** One synergistic triplet makes every quadruplet around it extreme; each of those holds an onlooker. */
    @Tag("slow")
    @Test
    void onlookersOfASynergisticTripletKeepTheLevelOfTheCarryOverCheck() {
        int dataSets = 1000;
        Errors errors = errors(
                "triplet and 9 onlookers, order 4",
                dataSets,
                4,
                Surrogate.SHUFFLE,
                400_000,
                random -> NullData.scores(NullData.triplets(200, 1, -0.39, 9, random)));
        assertThat(errors.synergy()).as("mutual independence is rejected").isEqualTo(dataSets);
        assertLevelKept(errors.carry(), dataSets);
    }

    /** The quadruplet of the triplet and one onlooker, named beforehand. */
    @Tag("slow")
    @Test
    void aGivenQuadrupletWithAnOnlookerKeepsTheLevelOfTheCarryOverCheck() {
        int dataSets = 1000;
        long seed = 500_000;
        int errors = (int) IntStream.range(0, dataSets)
                .parallel()
                .filter(i -> {
                    SampleScores scores = NullData.scores(NullData.triplets(200, 1, -0.39, 1, new Random(seed + i)));
                    NullSettings settings = new NullSettings(4, B, Surrogate.SHUFFLE, seed + i, Family.LIST, false);
                    TestedNplet tested = new NullOfScan(Backends.open("auto"), scores, 1)
                            .ofNplets(List.of(new int[] {0, 1, 2, 3}), settings, Monitor.NONE)
                            .nplets()
                            .getFirst();
                    return tested.synergy() && tested.pCarry() <= LEVEL;
                })
                .count();
        System.out.printf("given quadruplet: data sets %d, seed %d: %d%n", dataSets, seed, errors);
        assertLevelKept(errors, dataSets);
    }

    /** How many of nine planted triplets are found, of 2,925. */
    private static int found(double theta, int samples, long seed) {
        SampleScores scores = NullData.scores(NullData.triplets(samples, 9, theta, 0, new Random(seed)));
        NullSettings settings = new NullSettings(3, B, Surrogate.SHUFFLE, seed, Family.ORDER, false);
        NullResult result = new NullOfScan(Backends.open("auto"), scores, 1).ofExtremes(9, settings, Monitor.NONE);
        return (int) result.nplets().stream()
                .filter(tested -> tested.pFamily() <= LEVEL && tested.pCarry() <= LEVEL)
                .filter(tested -> tested.synergy() == theta < 0)
                .filter(tested -> tested.variables()[0] % 3 == 0 && tested.variables()[2] == tested.variables()[0] + 2)
                .count();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.22, -0.39})
    void allPlantedTripletsAreFound(double theta) {
        assertThat(found(theta, 2000, 600)).isEqualTo(9);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(doubles = {0.22, -0.39})
    void powerGrowsWithSamples(double theta) {
        int[] samples = {10, 20, 30, 50, 75, 100, 150, 200};
        int dataSets = 20;
        int[] counts = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            int t = samples[i];
            counts[i] = IntStream.range(0, dataSets)
                    .parallel()
                    .map(d -> found(theta, t, 700_000 + d))
                    .sum();
            System.out.printf(
                    "power, theta %+.2f, T %d: %.3f of %d (seed 700000)%n",
                    theta, t, counts[i] / (9.0 * dataSets), 9 * dataSets);
        }
        assertThat(counts[0]).isLessThan(9 * dataSets / 2);
        assertThat(counts[samples.length - 1]).isEqualTo(9 * dataSets);
    }
}
