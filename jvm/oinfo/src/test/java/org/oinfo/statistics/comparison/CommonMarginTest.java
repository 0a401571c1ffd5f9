package org.oinfo.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Quantiles of two data sets in a common margin, worked by hand. */
class CommonMarginTest {
    private static final Offset<Double> CLOSE = within(1e-15);

    private static double[] common(double[] first, double[] second) {
        double[] out = new double[first.length + second.length];
        new CommonMargin(Atoms.of(first), Atoms.of(second)).write(out);
        return out;
    }

    @Test
    void withoutAtomsSamplesKeepTheirQuantiles() {
        assertThat(common(new double[] {3, -1, 7}, new double[] {1e9, 0}))
                .containsExactly(new double[] {2 / 4.0, 1 / 4.0, 3 / 4.0, 2 / 3.0, 1 / 3.0}, CLOSE);
    }

    @Test
    void zerosOfBothAreTheSameValueAndTheRestIsStretched() {
        // Zeros of the first: ranks 1..3 of 5, quantiles .5/6 to 3.5/6; of the second 1..2 of 6, .5/7 to 2.5/7.
        double low = (0.5 / 6 + 0.5 / 7) / 2;
        double high = (3.5 / 6 + 2.5 / 7) / 2;
        double zero = (low + high) / 2;
        double four = high + (4 / 6.0 - 3.5 / 6) / (1 - 3.5 / 6) * (1 - high);
        double three = high + (3 / 7.0 - 2.5 / 7) / (1 - 2.5 / 7) * (1 - high);
        double[] found = common(new double[] {0, 2, 0, 9, 0}, new double[] {5, 0, 6, 7, 0, 8});
        assertThat(found[0]).isEqualTo(found[2]).isEqualTo(found[6]).isCloseTo(zero, CLOSE);
        assertThat(found[1]).isCloseTo(four, CLOSE);
        assertThat(found[5]).isCloseTo(three, CLOSE).isLessThan(found[1]);
    }

    @Test
    void anAtomWithoutATwinStandsInItsMiddle() {
        assertThat(common(new double[] {1, 1, 2, 3}, new double[] {1, 2, 3, 4}))
                .containsExactly(
                        new double[] {1.5 / 5, 1.5 / 5, 3 / 5.0, 4 / 5.0, 1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0}, CLOSE);
    }

    @Test
    void severalAtomsEachHaveTheirTwin() {
        double[] found = common(new double[] {1, 1, 2, 2, 2, 3, 3}, new double[] {10, 10, 10, 20, 20, 30, 30, 30});
        assertThat(found[0]).isEqualTo(found[7]);
        assertThat(found[2]).isEqualTo(found[10]).isGreaterThan(found[0]);
        assertThat(found[5]).isEqualTo(found[12]).isGreaterThan(found[2]);
    }
}
