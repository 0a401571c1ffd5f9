package org.oinfo.statistics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.oinfo.estimate.SampleScores;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Workers;
import org.oinfo.statistics.surrogate.NullSettings.Family;
import org.oinfo.statistics.surrogate.TreeNullData.Margin;

/**
 * How often the tree finds synergy where there is none, and a planted triplet. The tree is fitted, so no theorem gives its level:
 * these are records, and what they assert is that they do not get worse. Data set i has seed + i for its data and its surrogates.
 */
class TreeNullRatesTest {
    private static final double LEVEL = 0.05;
    private static final long SEED = 9000;

    /** The aim: of 100 data sets without synergy, no more than so many with p at most the level. */
    private static final int MOST_FALSE = 8;

    private static final Backend BACKEND = Backends.open("auto");

    /** In how many data sets the level was reached: at each end, and by an n-plet with the planted triplet. */
    record Found(int synergy, int redundancy, int planted) {
        static Found of(List<Found> each) {
            return new Found(
                    each.stream().mapToInt(Found::synergy).sum(),
                    each.stream().mapToInt(Found::redundancy).sum(),
                    each.stream().mapToInt(Found::planted).sum());
        }
    }

    /** One row of the record. */
    record Row(Margin margin, int samples, int order, int surrogates) {
        Found found(TreeNullData data, int dataSets) {
            Found found = Found.of(IntStream.range(0, dataSets)
                    .parallel()
                    .mapToObj(i -> test(data, SEED + i))
                    .toList());
            System.out.printf(
                    "tree, %s, %s, T %d, order %d, B %d, %d data sets, seed %d: %s%n",
                    data, margin, samples, order, surrogates, dataSets, SEED, found);
            return found;
        }

        SampleScores scores(TreeNullData data, long seed) {
            double[][] x = data.draw(samples, margin, new Random(seed));
            return margin == Margin.HEAVY ? NullData.values(x) : NullData.scores(x);
        }

        private Found test(TreeNullData data, long seed) {
            NullSettings settings = new NullSettings(order, surrogates, Surrogate.TREE, seed, Family.ORDER, false);
            NullResult result = new NullOfScan(BACKEND, scores(data, seed), 1).ofExtremes(1, settings, Monitor.NONE);
            TestedNplet low = result.nplets().getFirst();
            boolean planted = Arrays.equals(Arrays.copyOf(low.variables(), 3), new int[] {0, 1, 2});
            int synergy = low.pFamily() <= LEVEL ? 1 : 0;
            int redundancy = result.nplets().getLast().pFamily() <= LEVEL ? 1 : 0;
            return new Found(synergy, redundancy, planted ? synergy : 0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PLANTED", "PLANTED_AMONG_PAIRS"})
    void treesAndCommonCausesAreNoSynergy(TreeNullData data) {
        assertThat(new Row(Margin.ZEROS, 100, 3, 39).found(data, 20).synergy()).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"PLANTED", "PLANTED_AMONG_PAIRS"})
    void aPlantedTripletIsFound(TreeNullData data) {
        assertThat(new Row(Margin.NORMAL, 200, 3, 39).found(data, 20).planted()).isGreaterThanOrEqualTo(14);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "NORMAL,60,3",
        "NORMAL,200,3",
        "NORMAL,1000,3",
        "NORMAL,200,4",
        "NORMAL,200,5",
        "NORMAL,60,4",
        "NORMAL,60,5",
        "NORMAL,1000,4",
        "NORMAL,1000,5",
        "HEAVY,200,3",
        "TIED,200,3",
        "ZEROS,60,3",
        "ZEROS,200,3",
        "ZEROS,200,4",
        "ZEROS,1000,3"
    })
    void falseAndFoundOfAHundred(Margin margin, int samples, int order) {
        Row row = new Row(margin, samples, order, 99);
        for (TreeNullData data : TreeNullData.values()) {
            Found found = row.found(data, 100);
            if (!data.name().startsWith("PLANTED")) {
                int most = samples == 200 ? MOST_FALSE : NullData.interval(100, LEVEL)[1];
                assertThat(found.synergy()).as(data.name()).isLessThanOrEqualTo(most);
            }
        }
    }

    /** Nulls without synergy that were not taken, on the same data. */
    enum Rival {
        SHUFFLE,
        ONE_FACTOR,
        FOREST,
        OBSERVED_TREE,
        ELLIPTICAL_TREE;

        private Supplier<SurrogateColumns> fit(SampleScores scores, CorrelationMatrix r) {
            return switch (this) {
                case SHUFFLE -> () -> new RearrangedColumns(everyColumn(scores), Rearrangement.SHUFFLE);
                case ONE_FACTOR -> RivalColumns.oneFactor(scores, r);
                case FOREST -> RivalColumns.forest(scores, r);
                case OBSERVED_TREE -> RivalColumns.observedTree(scores, r);
                case ELLIPTICAL_TREE -> RivalColumns.ellipticalTree(scores, r);
            };
        }

        private static double[][] everyColumn(SampleScores scores) {
            return scores.columns(IntStream.range(0, scores.variables()).toArray());
        }

        boolean findsSynergy(Row row, TreeNullData data, long seed) {
            SampleScores scores = row.scores(data, seed);
            double[][] columns = everyColumn(scores);
            CorrelationMatrix r = SampleScores.correlation(columns, Workers.inline());
            Candidates none = new Candidates(row.order, List.of());
            NullSettings settings =
                    new NullSettings(row.order, row.surrogates, Surrogate.TREE, seed, Family.ORDER, false);
            Supplier<SurrogateColumns> trees = fit(scores, r);
            SurrogateRuns runs = new SurrogateRuns(
                    columns,
                    () -> SurrogateCorrelations.of(trees.get()),
                    watch -> new SurrogateScan(BACKEND, columns.length, row.order, watch),
                    BACKEND,
                    settings,
                    none,
                    r,
                    true,
                    Monitor.NONE);
            runs.run(1);
            double smallest = Arrays.stream(NullData.all(columns.length, row.order))
                    .mapToDouble(nplet -> BruteNull.omega(BruteNull.pick(columns, nplet)))
                    .min()
                    .orElseThrow();
            return runs.extremes(0).p(smallest, true) <= LEVEL;
        }
    }

    /** A chain is the structure that is closest to the level, because it is a tree. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"NORMAL,200", "ZEROS,200", "ZEROS,1000"})
    void aChainInAThousandDataSets(Margin margin, int samples) {
        assertThat(new Row(margin, samples, 3, 99)
                        .found(TreeNullData.CHAIN, 1000)
                        .synergy())
                .isLessThanOrEqualTo(10 * MOST_FALSE);
    }

    /** Beyond the model, which the tree is: recorded, not asserted. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void samplesOfACommonScale(TreeNullData data) {
        new Row(Margin.ELLIPTICAL, 200, 3, 99).found(data, 100);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "SHUFFLE,NORMAL",
        "ONE_FACTOR,NORMAL",
        "FOREST,NORMAL",
        "OBSERVED_TREE,NORMAL",
        "FOREST,ZEROS",
        "OBSERVED_TREE,ZEROS",
        "ELLIPTICAL_TREE,NORMAL",
        "ELLIPTICAL_TREE,ELLIPTICAL"
    })
    void rivals(Rival rival, Margin margin) {
        Row row = new Row(margin, 200, 3, 99);
        for (TreeNullData data : TreeNullData.values()) {
            long found = IntStream.range(0, 100)
                    .parallel()
                    .filter(i -> rival.findsSynergy(row, data, SEED + i))
                    .count();
            System.out.printf("%s, %s, %s, T 200, order 3, B 99, seed %d: %d%n", rival, data, margin, SEED, found);
        }
    }
}
