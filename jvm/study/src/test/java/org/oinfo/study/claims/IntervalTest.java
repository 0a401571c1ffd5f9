package org.oinfo.study.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oinfo.study.result.Interval;

/** Student's interval against a table, and the digits it is written with. */
class IntervalTest {
    @Test
    void fiveNetworksTakeTheTabulatedQuantile() {
        // Mean 3, s = sqrt(2.5); t(0.975, 4) = 2.776445105.
        Interval interval = Interval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        double half = 2.776445105 * Math.sqrt(2.5 / 5);
        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.deviation()).isCloseTo(Math.sqrt(2.5), within(1e-15));
        assertThat(interval.low()).isCloseTo(3 - half, within(1e-8));
        assertThat(interval.high()).isCloseTo(3 + half, within(1e-8));
    }

    @Test
    void twoNetworksTakeTheTabulatedQuantile() {
        // Mean 1, s = sqrt(2); t(0.975, 1) = 12.7062047.
        assertThat(Interval.of(List.of(0.0, 2.0)).high()).isCloseTo(1 + 12.7062047, within(1e-6));
    }

    @Test
    void aSideIsTakenByTheWholeInterval() {
        Interval interval = Interval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertThat(interval.side(1)).isEqualTo(1);
        assertThat(interval.side(1.1)).isZero();
        assertThat(interval.side(5)).isEqualTo(-1);
        assertThat(Interval.of(List.of(7.0)).side(0))
                .as("one network decides nothing")
                .isZero();
        assertThat(Interval.of(List.of()).side(0)).isZero();
    }

    @Test
    void digitsFollowTheWidthOfTheInterval() {
        assertThat(Digits.of(new Interval(5, -0.015234, Double.NaN, -0.019634, -0.010834)))
                .isEqualTo("-0.0152 [-0.0196, -0.0108]");
        assertThat(Digits.of(new Interval(5, 12.345, Double.NaN, -3.1, 27.8))).isEqualTo("12 [-3, 28]");
        assertThat(Digits.of(new Interval(3, -2.8, 0.0, -2.8, -2.8))).isEqualTo("-2.80 [-2.80, -2.80]");
        assertThat(Digits.of(new Interval(1, 0.0123456, Double.NaN, Double.NaN, Double.NaN)))
                .isEqualTo("0.0123");
        assertThat(Digits.of(new Interval(5, 2e-8, Double.NaN, 1e-8, 3e-8))).isEqualTo("2.00e-08 [1.00e-08, 3.00e-08]");
        assertThat(Digits.spread(new Interval(5, 89.5281, 0.28123, 89, 90))).isEqualTo("89.53 ± 0.28");
        assertThat(Digits.spread(new Interval(5, 60, 8e-15, 60, 60))).isEqualTo("60 ± 0");
        assertThat(Digits.spread(new Interval(1, 60.06, Double.NaN, Double.NaN, Double.NaN)))
                .isEqualTo("60.1");
        assertThat(Digits.of(Double.NaN)).isEqualTo("-");
        assertThat(Digits.of(-0.0)).isEqualTo("0");
        assertThat(Digits.fixed(-0.001, 2)).isEqualTo("0.00");
    }

    @Test
    void networksArePairedBySeed() {
        PerNetwork first = PerNetwork.empty();
        first.put(1, 0.5);
        first.put(2, 0.75);
        first.put(3, null);
        PerNetwork second = PerNetwork.empty();
        second.put(2, 0.25);
        second.put(3, 0.1);
        assertThat(first.minus(second).values()).containsExactly(Map.entry(2L, 0.5));
    }
}
