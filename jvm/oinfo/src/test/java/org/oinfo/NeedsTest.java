package org.oinfo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oinfo.data.BadInputException;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Estimator;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.estimate.options.Ties;
import org.oinfo.parallel.Monitor;
import org.oinfo.statistics.interval.BootstrapSettings;
import org.oinfo.statistics.interval.CurveSettings;
import org.oinfo.statistics.interval.ResamplingSettings;
import org.oinfo.statistics.surrogate.NullSettings;

class NeedsTest {
    private static final EstimateOptions USUAL = EstimateOptions.defaults();

    @ParameterizedTest
    @EnumSource
    void theUsualEstimateFitsEveryAnalysis(Needs needs) {
        assertThatCode(() -> needs.check(USUAL)).doesNotThrowAnyException();
        assertThatCode(() -> needs.check(USUAL.withEstimator(Estimator.GAUSSIAN)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void shrinkageAndCountsFitNone(Needs needs) {
        assertThatThrownBy(() -> needs.check(USUAL.withShrinkage(Shrinkage.LEDOIT_WOLF)))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith(
                        " the plain correlation matrix: found shrinkage ledoit-wolf; choose Shrinkage.NONE");
        assertThatThrownBy(() -> needs.check(USUAL.withEstimator(Estimator.DISCRETE)))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith((needs == Needs.TARGET ? ", gaussian or knn" : " or gaussian")
                        + ": found discrete; choose another estimator");
    }

    @ParameterizedTest
    @EnumSource
    void nearestNeighboursFitTargetsAlone(Needs needs) {
        EstimateOptions neighbours = USUAL.withEstimator(Estimator.KNN);
        if (needs == Needs.TARGET) {
            assertThatCode(() -> needs.check(neighbours)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> needs.check(neighbours))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageEndingWith(" the estimator copula or gaussian: found knn; choose another estimator");
        }
    }

    @Test
    void tiesOfWhatIsRankedAnewAreAveraged() {
        assertThatThrownBy(() -> Needs.CURVE.check(USUAL.withTies(Ties.RANDOM)))
                .hasMessage("a curve needs average ties, by which it ranks the samples that it takes: found random;"
                        + " choose Ties.AVERAGE");
        assertThatThrownBy(() -> Needs.BOOTSTRAP.check(USUAL.withTies(Ties.ORDINAL)))
                .hasMessageStartingWith("a bootstrap needs average ties");
        assertThatThrownBy(() -> Needs.NULL_TEST.check(USUAL.withTies(Ties.ORDINAL)))
                .hasMessageStartingWith("a null test needs average or random ties");
        assertThatCode(() -> Needs.NULL_TEST.check(USUAL.withTies(Ties.RANDOM))).doesNotThrowAnyException();
        assertThatCode(() -> Needs.BOOTSTRAP.check(USUAL.withTies(Ties.RANDOM).withEstimator(Estimator.GAUSSIAN)))
                .doesNotThrowAnyException();
    }

    /** Every analysis checks for itself what it needs. */
    @Test
    void theFacadeRefusesShrinkage() {
        OInformation info = OInformation.ofSamples(
                Fixture.samples(), OInformationOptions.defaults().withEstimate(USUAL.withShrinkage(Shrinkage.OAS)));
        List<int[]> nplets = List.of(new int[] {0, 1, 2});
        int[] classes = new int[info.samples()];
        classes[0] = 1;
        assertRefused("a null test", () -> info.statistics().nullTest(NullSettings.of(3)));
        assertRefused("a bootstrap", () -> info.statistics().bootstrap(nplets, BootstrapSettings.defaults()));
        assertRefused(
                "resampling",
                () -> info.statistics().resample(List.of(3), ResamplingSettings.defaults(), Monitor.NONE));
        assertRefused("a curve", () -> info.statistics().curve(3, CurveSettings.defaults(), Monitor.NONE));
        assertRefused("local measures", () -> info.nplets(nplets).local());
        assertRefused("information about a target", () -> info.target(classes));
        assertRefused("the dynamics of series", () -> info.dynamic(1));
    }

    private static void assertRefused(String analysis, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(analysis + " need")
                .hasMessageContaining("found shrinkage oas");
    }
}
