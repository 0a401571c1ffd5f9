package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.data.SquareMatrix;
import org.oinfo.estimate.Measures;
import org.oinfo.estimate.options.EstimateOptions;
import org.oinfo.estimate.options.Shrinkage;
import org.oinfo.estimate.options.Ties;
import org.oinfo.kernels.BackendUnavailableException;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.scan.Measure;

class OInformationTest {
    private static final Offset<Double> TEN_DIGITS = within(1e-10);
    private static final double LN2 = Math.log(2);

    private static void assertMeasures(ScoredNplet n, double tc, double dtc, double o, double s) {
        assertThat(n.tc()).isCloseTo(tc, TEN_DIGITS);
        assertThat(n.dtc()).isCloseTo(dtc, TEN_DIGITS);
        assertThat(n.o()).isCloseTo(o, TEN_DIGITS);
        assertThat(n.s()).isCloseTo(s, TEN_DIGITS);
    }

    private static double[][] equicorrelated(int n, double rho) {
        double[][] r = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i][j] = i == j ? 1 : rho;
            }
        }
        return r;
    }

    @Test
    void fromAMatrixToARankedListInThreeLines() {
        OInformation info = OInformation.ofSamples(Fixture.samples());
        ScanResult triplets = info.scan(3);
        assertThat(triplets.mostSynergistic().getFirst().variables()).containsExactly(0, 1, 2);
        assertThat(triplets.mostRedundant().getFirst().variables()).containsExactly(3, 4, 5);
        // Known from the definition, in bits.
        assertThat(triplets.min() / LN2).isCloseTo(-1.1556035184, TEN_DIGITS);
        assertThat(triplets.max() / LN2).isCloseTo(0.8204101867, TEN_DIGITS);
        assertThat(triplets.landscape().total()).isEqualTo(20);
        assertThat(triplets.partial()).isFalse();
        assertThat(triplets.fraction()).isEqualTo(1);
    }

    @Test
    void biasCorrectionIsAppliedToEveryMeasureAndTheMean() {
        OInformationOptions options = OInformationOptions.defaults().withBiasCorrect(true);
        OInformation info = OInformation.ofSamples(Fixture.samples(), options);
        List<ScoredNplet> scored = info.measures(new int[] {2, 1, 0}, new int[] {0, 1, 2, 3, 4, 5});
        assertMeasures(scored.get(0), 1.9810663313 * LN2, 3.1366512628 * LN2, -1.1555849315 * LN2, 5.1177175941 * LN2);
        assertMeasures(scored.get(1), 4.3842974562 * LN2, 4.7090520801 * LN2, -.3247546239 * LN2, 9.0933495363 * LN2);
        assertThat(info.scan(6).landscape().mean()).isCloseTo(-.3247546239 * LN2, TEN_DIGITS);
        assertThat(info.scan(3).min()).isCloseTo(-1.1555849315 * LN2, TEN_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "3,.2,0.0063255588",
        "3,.5,0.0849495184",
        "3,.9,0.7033214258",
        "3,-.4,-0.2067166389",
        "4,.5,0.2231435513",
        "10,.5,1.5443915290",
        "10,-.05,-0.0323805409"
    })
    void equicorrelatedVariables(int n, double rho, double omega) {
        OInformation info = OInformation.ofCovariance(equicorrelated(n, rho));
        assertThat(info.scan(n).min()).isCloseTo(omega, TEN_DIGITS);
        assertThat(info.measures(IntStream.range(0, n).toArray()).getFirst().o())
                .isCloseTo(omega, TEN_DIGITS);
    }

    @Test
    void aCovarianceIsScaledToCorrelations() {
        double[][] covariance = {{4, 2.4, 1.2}, {2.4, 9, .6 * 3}, {1.2, .6 * 3, 1}};
        covariance[0][2] = covariance[2][0] = .2 * 2;
        covariance[0][1] = covariance[1][0] = .6 * 6;
        covariance[1][2] = covariance[2][1] = .3 * 3;
        ScoredNplet n = OInformation.ofCovariance(covariance)
                .measures(new int[] {0, 1, 2})
                .getFirst();
        assertMeasures(n, .2706424156, .2505749429, .0200674727, .5212173586);
    }

    @Test
    void pairsHaveNoOInformation() {
        ScanResult pairs = OInformation.ofSamples(Fixture.samples()).scan(2);
        assertThat(pairs.landscape().balanced()).isEqualTo(15);
        assertThat(pairs.mostSynergistic()).allSatisfy(n -> assertThat(n.o()).isCloseTo(0, within(1e-12)));
    }

    @Test
    void columnsKeepTheirNumbersWhenConstantOnesAreLeftOut() {
        double[][] x = Fixture.samples();
        double[][] wide = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            wide[t] = new double[] {7, x[t][0], x[t][1], x[t][2], 7};
        }
        OInformation info = OInformation.ofSamples(wide);
        ScanResult result = info.scan(3);
        assertThat(result.mostSynergistic()).hasSize(1);
        assertThat(result.mostSynergistic().getFirst().variables()).containsExactly(1, 2, 3);
        assertThat(info.variables().dead()).containsExactly(0, 4);
        List<ScoredNplet> given = info.measures(new int[] {3, 0, 2}, new int[] {1, 2, 3}, new int[] {0, 4});
        assertThat(given.get(0).measures().singular()).isTrue();
        assertThat(given.get(0).variables()).containsExactly(0, 2, 3);
        assertThat(given.get(1).o())
                .isEqualTo(result.mostSynergistic().getFirst().o());
        assertThat(given.get(2).measures().singular()).isTrue();
        assertThatThrownBy(() -> info.nplets(List.of(new int[] {0, 1})).gradients())
                .hasMessage(
                        "n-plet 0 (from 0) must hold variables that take part: column 0 is constant and was left out");
    }

    @Test
    void chosenVariablesOfACovarianceKeepTheirNumbersAndNames() {
        SquareMatrix matrix = new SquareMatrix(
                4,
                new double[] {1, 0, .4, .3, 0, 1, 0, 0, .4, 0, 1, .2, .3, 0, .2, 1},
                List.of("a", "b", "c", "d"),
                "array");
        OInformation info = OInformation.ofCovariance(matrix, new int[] {0, 2, 3}, 0, OInformationOptions.defaults());
        ScoredNplet n = info.scan(3).mostRedundant().getFirst();
        assertThat(n.variables()).containsExactly(0, 2, 3);
        assertThat(info.variables().label(2)).isEqualTo("c");
        assertThat(info.variables().notChosen()).containsExactly(1);
        assertMeasures(n, .1385359467, .1223288628, .0162070839, .2608648094);
    }

    @Test
    void collinearColumnsAreNamedByTheirOriginalNumbersAndSingularNpletsAreNaN() {
        double[][] x = Fixture.samples();
        for (double[] row : x) {
            row[0] = 1;
            row[5] = 2 * row[1] + 3;
        }
        OInformation info = OInformation.ofSamples(x);
        assertThat(info.collinear()).hasSize(1);
        assertThat(info.collinear().getFirst().first()).isEqualTo(1);
        assertThat(info.collinear().getFirst().second()).isEqualTo(5);
        assertThat(info.scan(3).landscape().singular()).isEqualTo(3);
        assertThat(info.measures(new int[] {1, 2, 5}).getFirst().singular()).isTrue();
    }

    @Test
    void levelFullAndTopAreOptions() {
        OInformationOptions options = OInformationOptions.defaults()
                .withLevel(Level.FULL)
                .withTop(4)
                .withThreads(1)
                .withBackend("scalar");
        ScanResult result = OInformation.ofSamples(Fixture.samples(), options).scan(4);
        assertThat(result.mostRedundant()).hasSize(4);
        assertThat(Objects.requireNonNull(result.landscape().perVariable()).count(0))
                .isEqualTo(10);
    }

    @Test
    void oneEndAtLevelExtremesIsTheSameRankingAndNothingElse() {
        OInformationOptions options =
                OInformationOptions.defaults().withLevel(Level.EXTREMES).withEnds(Ends.REDUNDANT);
        ScanResult result = OInformation.ofSamples(Fixture.samples(), options).scan(3);
        ScanResult plain = OInformation.ofSamples(Fixture.samples()).scan(3);
        assertThat(result.mostRedundant()).hasToString(plain.mostRedundant().toString());
        assertThat(result.max()).isEqualTo(plain.max());
        assertThat(result.mostSynergistic()).isEmpty();
        assertThat(result.min()).isNaN();
        assertThat(result.landscape().total()).isEqualTo(20);
        assertThat(result.landscape().mean()).isNaN();
        assertThat(result.partial()).isFalse();
    }

    @Test
    void flatArraysAreRowMajor() {
        double[][] x = Fixture.samples();
        double[] flat = new double[1200];
        float[] floats = new float[1200];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = x[i / 6][i % 6];
            floats[i] = (float) flat[i];
        }
        double expected = OInformation.ofSamples(x).scan(3).min();
        OInformationOptions options = OInformationOptions.defaults();
        assertThat(OInformation.ofSamples(flat, 200, 6, options).scan(3).min()).isEqualTo(expected);
        assertThat(OInformation.ofSamples(floats, 200, 6, options).scan(3).min())
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void aScoredNpletPrintsItself() {
        assertThat(new ScoredNplet(new int[] {3, 17}, new Measures(1, 2, -1, 3)))
                .hasToString("{3;17} o=-1.0 tc=1.0 dtc=2.0 s=3.0");
    }

    @Test
    void ordersOutOfRangeAreRefused() {
        OInformation info = OInformation.ofSamples(Fixture.samples());
        assertThatThrownBy(() -> info.scan(1))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the order must be 2 to the number of variables: order=1, N=6; choose another order or more columns");
        assertThatThrownBy(() -> info.scan(7))
                .hasMessage(
                        "the order must be 2 to the number of variables: order=7, N=6; choose another order or more columns");
    }

    @Test
    void fewerSamplesThanTheOrderAreRefused() {
        double[][] few = Arrays.copyOf(Fixture.samples(), 4);
        OInformation info = OInformation.ofSamples(few);
        String message =
                "there must be more samples than the order, or every n-plet is singular: T=4, order=4; choose a"
                        + " smaller order or give more samples";
        assertThatThrownBy(() -> info.scan(4)).hasMessage(message);
        assertThatThrownBy(() -> info.measures(new int[] {0, 1, 2, 3})).hasMessage(message);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        OInformationOptions correct = OInformationOptions.defaults().withBiasCorrect(true);
        EstimateOptions shrunk = EstimateOptions.defaults().withShrinkage(Shrinkage.OAS);
        EstimateOptions ordinal = EstimateOptions.defaults().withTies(Ties.ORDINAL);
        assertThatThrownBy(() -> correct.withEstimate(shrunk))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("its formula does not hold with shrinkage");
        assertThatThrownBy(() -> correct.withEstimate(ordinal))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("its formula does not hold with ordinal ties");
        assertThatThrownBy(() -> OInformation.ofCovariance(equicorrelated(3, .5), 0, correct))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("needs the number of samples");
        assertThatThrownBy(() -> correct.withThreads(0))
                .hasMessage("the number of threads must be at least 1: threads=0");
        assertThatThrownBy(() -> correct.withTop(0))
                .hasMessage("the number of n-plets kept at each end must be at least 1: top=0");
    }

    @Test
    void anUnknownBackendIsBadInputAndNamesThoseThatExist() {
        assertThatThrownBy(() -> OInformation.ofSamples(
                        Fixture.samples(), OInformationOptions.defaults().withBackend("abacus")))
                .isInstanceOf(BadInputException.class)
                .isNotInstanceOf(BackendUnavailableException.class)
                .hasMessageStartingWith("backend must be auto or one of [")
                .hasMessageEndingWith("backend=abacus");
    }

    @Test
    void aScanRankedByAnotherMeasureKeepsTheLandscapeOfOmega() {
        OInformationOptions options =
                OInformationOptions.defaults().withTop(2).withBiasCorrect(true).withLevel(Level.FULL);
        OInformation byOmega = OInformation.ofSamples(Fixture.samples(), options);
        OInformation byTc = OInformation.ofSamples(Fixture.samples(), options.withRankBy(Measure.TC));
        ScanResult expected = byOmega.scan(3);
        ScanResult result = byTc.scan(3);
        assertThat(result.rankedBy()).isEqualTo(Measure.TC);
        // Known in bits: raw 2.4287924892, less its bias.
        assertThat(result.largest().getFirst().variables()).containsExactly(3, 4, 5);
        assertThat(result.largest().getFirst().tc()).isCloseTo(2.4178167950 * Math.log(2), within(1e-9));
        assertThat(result.largest().getFirst())
                .isEqualTo(expected.mostRedundant().getFirst());
        List<ScoredNplet> all = byOmega.measures(triplets());
        assertThat(result.smallest().getFirst().tc())
                .isCloseTo(all.stream().mapToDouble(ScoredNplet::tc).min().orElseThrow(), within(1e-12));
        assertThat(result.min()).isEqualTo(expected.min());
        assertThat(result.max()).isEqualTo(expected.max());
        assertThat(result.landscape().redundant())
                .isEqualTo(expected.landscape().redundant());
        assertThat(result.landscape().mean()).isEqualTo(expected.landscape().mean());
        assertThat(result.partial()).isFalse();
        assertThat(byTc.scans().oneWalk(List.of(3, 4, 5))).isFalse();
        assertThat(byTc.scans().forecast(3).rate()).isPositive();
        assertThatThrownBy(result::mostSynergistic)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the n-plets must be ranked by O-information: they are ranked by total correlation; ask for"
                        + " smallest() or largest()");
    }

    @Test
    void anotherLevelNeedsNoOtherEstimate() {
        OInformation plain = OInformation.ofSamples(Fixture.samples());
        OInformation full = plain.withLevel(Level.FULL);
        assertThat(full.estimate()).isSameAs(plain.estimate());
        assertThat(full.options()).isEqualTo(plain.options().withLevel(Level.FULL));
        assertThat(plain.scan(3).landscape().distribution()).isNull();
        assertThat(Objects.requireNonNull(full.scan(3).landscape().distribution())
                        .variance())
                .isPositive();
    }

    private static List<int[]> triplets() {
        List<int[]> triplets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (int j = i + 1; j < 6; j++) {
                for (int k = j + 1; k < 6; k++) {
                    triplets.add(new int[] {i, j, k});
                }
            }
        }
        return triplets;
    }
}
