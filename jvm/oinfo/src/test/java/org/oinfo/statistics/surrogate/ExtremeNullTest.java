package org.oinfo.statistics.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtremeNullTest {
    /** Smallest -99 .. 0, largest 0 .. 99, shuffled a little. */
    private static ExtremeNull hundred(double bias) {
        double[] max = IntStream.range(0, 100).mapToDouble(i -> (i * 37) % 100).toArray();
        double[] min = IntStream.range(0, 100).mapToDouble(i -> -max[i]).toArray();
        return new ExtremeNull(min, max, bias);
    }

    @Test
    void pCountsTiesAndIsNeverZero() {
        ExtremeNull extremes = hundred(0);
        assertThat(extremes.p(-1000, true)).isEqualTo(1 / 101.0);
        assertThat(extremes.p(-99, true)).isEqualTo(2 / 101.0);
        assertThat(extremes.p(-99 + 1e-14, true)).as("equal but for rounding").isEqualTo(2 / 101.0);
        assertThat(extremes.p(-98.5, true)).isEqualTo(2 / 101.0);
        assertThat(extremes.p(5, true)).isEqualTo(1);
        assertThat(extremes.p(1000, false)).isEqualTo(1 / 101.0);
        assertThat(extremes.p(99, false)).isEqualTo(2 / 101.0);
        assertThat(extremes.p(0, false)).isEqualTo(1);
    }

    @Test
    void thresholdsAreWhereThePValueCrossesTheLevel() {
        ExtremeNull extremes = hundred(0);
        // (1 + 4) / 101 is at most 0.05, (1 + 5) / 101 is not.
        assertThat(extremes.synergyThreshold(0.05)).isEqualTo(-95);
        assertThat(extremes.p(-95.001, true)).isLessThanOrEqualTo(0.05);
        assertThat(extremes.p(-95, true)).isGreaterThan(0.05);
        assertThat(extremes.redundancyThreshold(0.05)).isEqualTo(95);
        assertThat(extremes.p(95.001, false)).isLessThanOrEqualTo(0.05);
        assertThat(extremes.p(95, false)).isGreaterThan(0.05);
        assertThat(extremes.synergyThreshold(0.009)).isNaN();
        assertThat(hundred(0.5).synergyThreshold(0.05)).isEqualTo(-95.5);
    }

    @Test
    void twentySurrogatesLessOneReachTheLevelExactly() {
        double[] values = IntStream.range(0, 19).mapToDouble(i -> i).toArray();
        ExtremeNull extremes = new ExtremeNull(values, values, 0);
        assertThat(extremes.synergyThreshold(0.05)).isZero();
        assertThat(extremes.p(-0.1, true)).isEqualTo(0.05);
    }

    @Test
    void quantilesAreOrderStatistics() {
        ExtremeNull extremes = hundred(0);
        assertThat(extremes.minQuantile(0.01)).isEqualTo(-99);
        assertThat(extremes.minQuantile(0.05)).isEqualTo(-95);
        assertThat(extremes.maxQuantile(0.50)).isEqualTo(49);
        assertThat(extremes.maxQuantile(0.99)).isEqualTo(98);
        assertThat(new ExtremeNull(new double[0], new double[0], 0).minQuantile(0.5))
                .isNaN();
    }

    @Test
    void aShareThatIsReachedExactlyTakesNoFurtherSurrogate() {
        for (int surrogates = 1; surrogates <= 300; surrogates++) {
            double[] values =
                    IntStream.rangeClosed(1, surrogates).asDoubleStream().toArray();
            ExtremeNull extremes = new ExtremeNull(values, values, 0);
            for (int k = 1; k <= surrogates; k++) {
                assertThat(extremes.minQuantile((double) k / surrogates)).isEqualTo(k);
            }
        }
    }

    @Test
    void aSurrogateWithoutRegularNpletsCountsAgainst() {
        ExtremeNull extremes = new ExtremeNull(
                new double[] {Double.NEGATIVE_INFINITY, 0}, new double[] {Double.POSITIVE_INFINITY, 0}, 0);
        assertThat(extremes.p(-5, true)).isEqualTo(2 / 3.0);
        assertThat(extremes.p(5, false)).isEqualTo(2 / 3.0);
    }

    /** The example of Benjamini and Hochberg 1995, section 3.2: four of fifteen are rejected at 0.05. */
    @Test
    void qValuesOfThePublishedExample() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };
        double[] q = FalseDiscovery.qValues(p);
        assertThat(IntStream.range(0, p.length).filter(i -> q[i] <= 0.05)).containsExactly(0, 1, 2, 3);
        assertThat(q[3]).isEqualTo(0.0095 * 15 / 4);
        assertThat(q[5]).as("not above that of a larger p").isEqualTo(q[6]).isEqualTo(0.0298 * 15 / 7);
        assertThat(q[14]).isEqualTo(1);
    }

    @Test
    void qValuesKeepTheirPlacesAndPassOverWhatIsNotTested() {
        assertThat(FalseDiscovery.qValues(new double[] {0.5, Double.NaN, 0.01})).containsExactly(0.5, Double.NaN, 0.02);
        assertThat(FalseDiscovery.qValues(new double[0])).isEmpty();
    }
}
