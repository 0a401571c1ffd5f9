package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.local.SubsetMeasures;
import org.oinfo.scan.Combination;
import org.oinfo.scan.NpletMeasure;
import org.oinfo.scan.OwnMeasure;
import org.oinfo.scan.groups.Mix;
import org.oinfo.search.anneal.AnnealSettings;
import org.oinfo.search.greedy.EveryPairSettings;
import org.oinfo.search.greedy.GreedySettings;

/** Measures of one's own, groups and subsets through the facade. */
class OwnMeasuresTest {
    private static final NpletMeasure BALANCE = (tc, dtc, o, s) -> o / s;

    private static OInformation info(OInformationOptions options) {
        return OInformation.ofSamples(Fixture.samples(), options.withThreads(2));
    }

    private static List<int[]> triplets() {
        return IntStream.range(0, 6)
                .boxed()
                .flatMap(a -> IntStream.range(a + 1, 6)
                        .boxed()
                        .flatMap(b -> IntStream.range(b + 1, 6).mapToObj(c -> new int[] {a, b, c})))
                .toList();
    }

    private static List<String> keys(List<ScoredNplet> nplets) {
        return nplets.stream().map(ScoredNplet::key).toList();
    }

    private static double balance(ScoredNplet nplet) {
        return nplet.o() / nplet.s();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMeasureOfOnesOwnRanksByWhatIsReported(boolean corrected) {
        OInformationOptions options = OInformationOptions.defaults()
                .withBiasCorrect(corrected)
                .withRankBy(new OwnMeasure("balance", BALANCE))
                .withTop(4);
        OInformation info = info(options);
        ScanResult result = info.scan(3);
        List<ScoredNplet> sorted = info.measures(triplets()).stream()
                .sorted(Comparator.comparingDouble(OwnMeasuresTest::balance))
                .toList();
        assertThat(keys(result.smallest())).isEqualTo(keys(sorted.subList(0, 4)));
        assertThat(keys(result.largest())).isEqualTo(keys(sorted.reversed().subList(0, 4)));
        assertThat(result.rankedBy().text()).isEqualTo("balance");
        double[] values = info.nplets(triplets()).values(BALANCE);
        assertThat(Arrays.stream(values).min().orElseThrow())
                .isCloseTo(balance(result.smallest().getFirst()), within(1e-12));
        assertThat(info.search()
                        .anneal(AnnealSettings.of(3).withChains(8, 30, 0))
                        .synergistic()
                        .getFirst()
                        .nplet())
                .containsExactly(result.smallest().getFirst().variables());
    }

    @Test
    void everyEstimatorRanksByACombination() {
        for (Estimator estimator : List.of(Estimator.GAUSSIAN, Estimator.KNN)) {
            EstimateOptions how = EstimateOptions.defaults().withEstimator(estimator);
            OInformationOptions options =
                    OInformationOptions.defaults().withEstimate(how).withTop(3);
            OInformation info = info(options.withRankBy(Combination.delta(3)));
            List<ScoredNplet> sorted = info.measures(triplets()).stream()
                    .sorted(Comparator.comparingDouble(nplet -> -2 * nplet.tc() + nplet.dtc()))
                    .toList();
            assertThat(keys(info.scan(3).smallest())).as("%s", estimator).isEqualTo(keys(sorted.subList(0, 3)));
        }
    }

    @Test
    void growthIsByOmegaAlone() {
        OInformation byTc = info(OInformationOptions.defaults().withRankBy(Combination.parse("tc")));
        assertThatThrownBy(() -> byTc.search().greedy(GreedySettings.upTo(4)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("a greedy search grows n-plets by O-information alone: found tc; leave it out, or anneal");
        assertThatThrownBy(() -> byTc.search().everyPair(EveryPairSettings.upTo(4)))
                .isInstanceOf(BadInputException.class);
    }

    @Test
    void groupsAreColumnsAndOtherAnalysesRefuseThem() {
        OInformation info = info(OInformationOptions.defaults());
        List<int[]> groups = List.of(new int[] {0, 1, 2}, new int[] {3, 4, 5});
        OInformation mixed = info.withGroups(groups, Mix.ANY);
        ScanResult result = mixed.scan(3);
        assertThat(result.nplets()).isEqualTo(18);
        assertThat(result.landscape().total()).isEqualTo(18);
        assertThat(result.partial()).isFalse();
        assertThat(result.mostSynergistic().getFirst().key())
                .isEqualTo(info.measures(triplets()).stream()
                        .filter(nplet -> nplet.variables()[0] < 3 && nplet.variables()[2] > 2)
                        .min(Comparator.comparingDouble(ScoredNplet::o))
                        .orElseThrow()
                        .key());
        assertThat(mixed.scans().forecast(3).nplets()).isEqualTo(18);
        assertThat(mixed.withGroups(groups, Mix.ONE_EACH).scans().total(2)).isEqualTo(9);
        assertThat(mixed.search().greedy(GreedySettings.upTo(5)).paths())
                .allMatch(path -> path.best().found().nplet()[0] < 3);
        // Parts of an n-plet that mixes need not.
        assertThat(mixed.nplets(List.of(new int[] {0, 1, 4})).gradients()[0])
                .containsExactly(info.nplets(List.of(new int[] {0, 1, 4})).gradients()[0]);
        assertThatThrownBy(() -> mixed.measures(new int[] {0, 3}, new int[] {3, 4}))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("n-plet 1 (from 0) must mix the groups by any: found column 3");
        assertThatThrownBy(mixed::statistics).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> mixed.dynamic(1)).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> mixed.against(info)).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> info.against(mixed)).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> mixed.search().random(3, 10, 1)).isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> info.withGroups(List.of(new int[] {0}, new int[] {6}), Mix.ANY))
                .isInstanceOf(BadInputException.class)
                .hasMessage("columns must lie in 0..5: found 6");
    }

    @Test
    void subsetsOfAnyGivenNplet() {
        OInformation info = info(OInformationOptions.defaults().withBiasCorrect(true));
        List<SubsetMeasures> found = info.nplets(List.of(new int[] {5, 0, 3}, new int[] {0, 1, 2, 3, 4, 5}))
                .subsets();
        assertThat(found.getFirst().coInformation())
                .isCloseTo(info.measures(new int[] {0, 3, 5}).getFirst().o(), within(1e-13));
        assertThat(found.get(1).tse()).isPositive();
    }
}
