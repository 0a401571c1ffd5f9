package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.NpletScore;

class CombinationTest {
    @ParameterizedTest
    @CsvSource({
        "delta0, 1, 1",
        "delta1, 0, 1",
        "delta2, -1, 1",
        "delta9, -8, 1",
        "delta12, -11, 1",
        "s-3*tc, -2, 1",
        "0.5*tc-2*dtc, .5, -2",
        "-o, -1, 1",
        "2*o+dtc, 2, -1",
        ".25*s - tc, -.75, .25",
        "S-4*TC, -3, 1",
        "1000*tc-999*dtc, 1000, -999"
    })
    void aSumIsTwoFactors(String written, double a, double b) {
        assertThat(Combination.parse(written)).isInstanceOfSatisfying(Combination.class, parsed -> {
            assertThat(parsed.a()).isEqualTo(a);
            assertThat(parsed.b()).isEqualTo(b);
            assertThat(parsed.text()).doesNotContain(" ");
        });
    }

    @Test
    void theFourAreThemselves() {
        assertThat(Combination.parse("dtc")).isEqualTo(Measure.DTC);
        assertThat(Combination.parse("o")).isEqualTo(Measure.O);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "omega",
                "delta",
                "delta100",
                "tc dtc",
                "2tc",
                "tc--dtc",
                "tc*2",
                "1e3*tc",
                "tc-",
                "+",
                "12345*tc"
            })
    void whatIsNoSumIsRefused(String written) {
        assertThatThrownBy(() -> Combination.parse(written))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("must be o, tc, dtc, s, delta0 to delta99, or a sum such as 0.5*tc-2*dtc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0*tc", "tc-tc", "1001*dtc", "0.0001*tc", "o-s+2*dtc"})
    void factorsAreNeitherNothingNorHuge(String written) {
        assertThatThrownBy(() -> Combination.parse(written))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("must have a larger factor of TC and DTC from 0.001 to 1000: found ");
    }

    /** Delta^m = (k-m) TC(S) - sum_i TC(S without i), Varley 2026, from exact determinants. */
    @Test
    void deltaComparesTheWholeWithItsPartsLessOne() {
        CorrelationMatrix matrix = TestMatrices.factors(6, 3);
        ExactGaussian exact = new ExactGaussian(matrix);
        NpletScoreOf score = new NpletScoreOf(matrix);
        for (int[] nplet : new int[][] {{0, 1, 2}, {1, 3, 4, 5}, {0, 1, 2, 3, 4, 5}}) {
            double parts = 0;
            for (int i = 0; i < nplet.length; i++) {
                parts += exact.tc(ExactGaussian.without(nplet, i));
            }
            for (int m = 0; m <= nplet.length; m++) {
                double expected = (nplet.length - m) * exact.tc(nplet) - parts;
                double s = exact.tc(nplet) + exact.dtc(nplet);
                assertThat(Combination.delta(m).of(score.of(nplet)))
                        .as("delta%d of %d variables", m, nplet.length)
                        .isCloseTo(expected, offset(1e-13 * (1 + m) * (1 + s)));
            }
        }
    }

    @Test
    void deltaTwoIsMinusOmegaOfAKnownMatrix() {
        // Off-diagonals .4, .3, .2: TC .1385359467, DTC .1223288628.
        CorrelationMatrix matrix = CorrelationMatrix.wrap(3, new double[] {1, .4, .3, .4, 1, .2, .3, .2, 1});
        var scored = new NpletScoreOf(matrix).of(0, 1, 2);
        assertThat(Combination.delta(2).of(scored)).isCloseTo(-.0162070839, offset(1e-10));
        assertThat(Combination.delta(0).of(scored)).isCloseTo(.2608648094, offset(1e-10));
        assertThat(Combination.delta(3).of(scored)).isCloseTo(.2608648094 - 3 * .1385359467, offset(3e-10));
    }

    /** The canonical routine on one n-plet after another. */
    private static final class NpletScoreOf {
        private final Canonical canonical;

        NpletScoreOf(CorrelationMatrix matrix) {
            canonical = new Canonical(matrix);
        }

        NpletScore of(int... nplet) {
            assertThat(canonical.score(nplet, 0, nplet.length)).isTrue();
            return canonical;
        }
    }
}
