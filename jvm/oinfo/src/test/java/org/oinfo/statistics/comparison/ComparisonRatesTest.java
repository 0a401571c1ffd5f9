package org.oinfo.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.OInformation;
import org.oinfo.OInformationOptions;
import org.oinfo.scan.Measure;

/**
 * How often a difference is found where there is none, and where a synergistic triplet was planted in one of the data sets. Pair i has
 * seed + i for its data and its permutations.
 */
class ComparisonRatesTest {
    private static final double LEVEL = 0.05;
    private static final long SEED = 5000;
    private static final OInformationOptions OPTIONS =
            OInformationOptions.defaults().withTop(1).withThreads(1);

    /** The margins of the second data set. */
    enum Margins {
        SAME,
        OTHER,
        ZEROS_IN_BOTH
    }

    /**
     * In how many pairs a difference was found.
     *
     * @param below at the end of the smallest differences
     * @param above at the end of the largest
     * @param planted the planted triplet, at the end of the smallest
     */
    record Found(int below, int above, int planted) {}

    private static Found found(
            PairedData first, PairedData second, Margins margins, int t, int u, Measure measure, int order, int pairs) {
        int[][] each = IntStream.range(0, pairs)
                .parallel()
                .mapToObj(i -> {
                    Random random = new Random(SEED + i);
                    double[][] x = first.draw(t, random);
                    double[][] y = second.draw(u, random);
                    boolean zeros = margins == Margins.ZEROS_IN_BOTH;
                    OInformation one = OInformation.ofSamples(zeros ? PairedData.changed(x, true) : x, OPTIONS);
                    OInformation other =
                            OInformation.ofSamples(margins == Margins.SAME ? y : PairedData.changed(y, zeros), OPTIONS);
                    ComparisonResult result = one.against(other)
                            .test(ComparisonSettings.of(order, measure)
                                    .withPermutations(99)
                                    .withSeed(SEED + i));
                    ComparedNplet low = result.nplets().getFirst();
                    int below = low.below() && low.pFamily() <= LEVEL ? 1 : 0;
                    int above = result.nplets().getLast().pFamily() <= LEVEL ? 1 : 0;
                    boolean planted = Arrays.equals(Arrays.copyOf(low.variables(), 3), new int[] {0, 1, 2});
                    return new int[] {below, above, planted ? below : 0};
                })
                .toArray(int[][]::new);
        Found found = new Found(sum(each, 0), sum(each, 1), sum(each, 2));
        System.out.printf(
                "compare, %s less %s, margins %s, T %d and %d, order %d, %s, B 99, %d pairs, seed %d: %s%n",
                first, second, margins, t, u, order, measure, pairs, SEED, found);
        return found;
    }

    private static int sum(int[][] each, int at) {
        return Arrays.stream(each).mapToInt(one -> one[at]).sum();
    }

    /** The most errors that 99.5 % of all runs give when the rate is the level. */
    private static int most(int pairs) {
        return BinomialDistribution.of(pairs, LEVEL).inverseCumulativeProbability(0.995);
    }

    @ParameterizedTest
    @CsvSource({"CHAIN,SAME,60,150,O", "CAUSE,OTHER,100,50,TC"})
    void theSameDependenceIsNoDifference(PairedData data, Margins margins, int t, int u, Measure measure) {
        Found found = found(data, data, margins, t, u, measure, 3, 20);
        assertThat(found.below()).isLessThanOrEqualTo(most(20));
        assertThat(found.above()).isLessThanOrEqualTo(most(20));
    }

    @Test
    void aTripletThatIsPlantedInOneIsFound() {
        Found found = found(PairedData.COLLIDER, PairedData.INDEPENDENT, Margins.OTHER, 200, 300, Measure.O, 3, 20);
        assertThat(found.planted()).isGreaterThanOrEqualTo(14);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "SAME,60,150,O,3",
        "SAME,60,150,TC,3",
        "SAME,60,150,S,3",
        "SAME,60,150,O,4",
        "SAME,30,300,O,3",
        "OTHER,60,150,O,3",
        "ZEROS_IN_BOTH,60,150,O,3",
        "ZEROS_IN_BOTH,200,400,O,3",
        "SAME,200,400,O,3"
    })
    void falseOfTwoHundred(Margins margins, int t, int u, Measure measure, int order) {
        for (PairedData data : PairedData.values()) {
            Found found = found(data, data, margins, t, u, measure, order, 200);
            assertThat(found.below()).as(data.name()).isLessThanOrEqualTo(most(200));
            assertThat(found.above()).as(data.name()).isLessThanOrEqualTo(most(200));
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"60,100", "100,150", "200,300", "400,600"})
    void plantedOfAHundred(int t, int u) {
        found(PairedData.COLLIDER, PairedData.INDEPENDENT, Margins.OTHER, t, u, Measure.O, 3, 100);
    }
}
