package org.oinfo.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.oinfo.parallel.RandomStreams;

class PercentilesTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    @Test
    void quantilesAreLinearBetweenOrderStatistics() {
        double[] sorted = {1, 2, 4, 8};
        assertThat(Percentiles.quantile(sorted, 0.2)).isEqualTo(1);
        assertThat(Percentiles.quantile(sorted, 0.5)).isEqualTo(3);
        assertThat(Percentiles.quantile(sorted, 0.7)).isCloseTo(6, CLOSE);
        assertThat(Percentiles.quantile(sorted, 0.01)).isEqualTo(1);
        assertThat(Percentiles.quantile(sorted, 0.99)).isEqualTo(8);
        assertThat(Percentiles.quantile(new double[0], 0.5)).isNaN();
    }

    @Test
    void fewestResamplesHoldOneBeyondEachEnd() {
        assertThat(Percentiles.least(0.95)).isEqualTo(39);
        assertThat(Percentiles.least(0.9)).isEqualTo(19);
        assertThat(Percentiles.least(0.99)).isEqualTo(199);
        double[] sorted = IntStream.rangeClosed(1, 39).asDoubleStream().toArray();
        assertThat(Percentiles.percentile(sorted, 0.95).clamped()).isFalse();
        assertThat(Percentiles.percentile(sorted, 0.95).low()).isCloseTo(1, CLOSE);
        assertThat(Percentiles.percentile(Arrays.copyOf(sorted, 38), 0.95).clamped())
                .isTrue();
    }

    @Test
    void withoutBiasAndAccelerationBcaIsThePercentileInterval() {
        double[] sorted = IntStream.rangeClosed(-50, 50).asDoubleStream().toArray();
        double[] symmetric = {-1, 0, 1};
        Percentiles.Ends bca = Percentiles.bca(sorted, 0, symmetric, 0.9);
        Percentiles.Ends percentile = Percentiles.percentile(sorted, 0.9);
        assertThat(bca.low()).isCloseTo(percentile.low(), CLOSE);
        assertThat(bca.high()).isCloseTo(percentile.high(), CLOSE);
    }

    @Test
    void thereIsNoBcaIntervalWhereTheCorrectionLeavesItsRange() {
        double[] sorted = IntStream.rangeClosed(1, 99).asDoubleStream().toArray();
        assertThat(Percentiles.bca(sorted, 0, new double[] {1, 2}, 0.95)).isEqualTo(Percentiles.Ends.NONE);
        assertThat(Percentiles.bca(sorted, 100, new double[] {1, 2}, 0.95)).isEqualTo(Percentiles.Ends.NONE);
        double[] outlier = new double[100];
        outlier[0] = -1;
        assertThat(Percentiles.acceleration(outlier)).isCloseTo(0.162, Offset.offset(0.01));
        assertThat(Percentiles.bca(sorted, 98.9, outlier, 0.99999999)).isEqualTo(Percentiles.Ends.NONE);
    }

    /** Of a mean: skewness / (6 sqrt(T)), whether samples or groups of them are left out. */
    @Test
    void groupsGiveTheAccelerationOfSingleSamples() {
        Random random = new Random(11);
        double[] x = random.doubles(400).map(u -> -Math.log(1 - u)).toArray();
        double single =
                Percentiles.acceleration(means(x, IntStream.range(0, 400).toArray()));
        double grouped = Percentiles.acceleration(means(x, Draws.groups(RandomStreams.of(1, -1), 400, 200)));
        double mean = Moments.mean(x);
        double second = Arrays.stream(x).map(v -> Math.pow(v - mean, 2)).sum();
        double third = Arrays.stream(x).map(v -> Math.pow(v - mean, 3)).sum();
        assertThat(single).isCloseTo(third / (6 * Math.pow(second, 1.5)), CLOSE);
        assertThat(grouped).isCloseTo(single, Offset.offset(0.004));
        assertThat(single).isBetween(0.01, 0.02);
    }

    /** Means without each group; a sample is left out when it is in the group. */
    private static double[] means(double[] x, int[] group) {
        int groups = Arrays.stream(group).max().orElseThrow() + 1;
        return IntStream.range(0, groups)
                .mapToDouble(g -> Moments.mean(IntStream.range(0, x.length)
                        .filter(t -> group[t] != g)
                        .mapToDouble(t -> x[t])
                        .toArray()))
                .toArray();
    }

    @Test
    void groupsAreEqualBarOne() {
        for (int[] group :
                new int[][] {Draws.groups(RandomStreams.of(3, -1), 503, 200), Draws.consecutiveGroups(503, 200)}) {
            int[] sizes = new int[200];
            Arrays.stream(group).forEach(g -> sizes[g]++);
            assertThat(sizes).containsOnly(2, 3);
        }
        assertThat(Draws.consecutiveGroups(5, 2)).containsExactly(0, 0, 0, 1, 1);
    }
}
