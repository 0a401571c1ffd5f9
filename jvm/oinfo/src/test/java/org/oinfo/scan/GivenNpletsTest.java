package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;

class GivenNpletsTest {
    private static final Backend BACKEND = Backends.open(Backends.AUTO);

    @Test
    void ordersMayVaryAndResultsKeepTheOrderOfTheInput() {
        // Off-diagonals .8 .3 .1 .2 .05 .6 and the values of its only quadruplet, known from the definition.
        CorrelationMatrix r =
                CorrelationMatrix.wrap(4, new double[] {1, .8, .3, .1, .8, 1, .2, .05, .3, .2, 1, .6, .1, .05, .6, 1});
        double[] out = GivenNplets.measures(
                Scorer.gaussian(BACKEND, r), List.of(new int[] {0, 1}, new int[] {0, 1, 2, 3}, new int[] {2, 3}), 2);
        assertThat(out).hasSize(12);
        assertThat(out[0]).isCloseTo(-0.5 * Math.log(1 - .64), within(1e-12));
        assertThat(out[2]).isCloseTo(0, within(1e-12));
        assertThat(out[4]).isCloseTo(.7891513418, within(1e-10));
        assertThat(out[5]).isCloseTo(.7665280874, within(1e-10));
        assertThat(out[6]).isCloseTo(.0226232543, within(1e-10));
        assertThat(out[7]).isCloseTo(1.5556794292, within(1e-10));
        assertThat(out[8]).isCloseTo(-0.5 * Math.log(1 - .36), within(1e-12));
    }

    @Test
    void singularNpletsAreNaN() {
        double[] out = GivenNplets.measures(
                Scorer.gaussian(BACKEND, TestMatrices.duplicate(5, 1)),
                List.of(new int[] {0, 1, 2}, new int[] {1, 2, 3}),
                1);
        assertThat(out[0]).isNaN();
        assertThat(out[3]).isNaN();
        assertThat(out[4]).isFinite();
    }

    @Test
    void manyBatchesGiveWhatOneGives() {
        CorrelationMatrix r = TestMatrices.factors(12, 5);
        List<int[]> nplets = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            nplets.add(new int[] {i % 10, 10, 11});
        }
        double[] many = GivenNplets.measures(Scorer.gaussian(BACKEND, r), nplets, 2);
        double[] few = GivenNplets.measures(Scorer.gaussian(BACKEND, r), nplets.subList(0, 10), 1);
        for (int i = 0; i < many.length; i++) {
            assertThat(many[i]).isEqualTo(few[i % 40]);
        }
    }

    @Test
    void anEmptyListHasNoResults() {
        assertThat(GivenNplets.measures(Scorer.gaussian(BACKEND, TestMatrices.factors(3, 1)), List.of(), 1))
                .isEmpty();
    }
}
