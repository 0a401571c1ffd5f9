package org.oinfo.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranks of a column whose values lie in buckets of several machines, against their definition. */
class BucketRanksTest {
    /** Smaller values, half of the equal ones, and one half. */
    private static int doubledRank(double[] all, double value) {
        int below = (int) Arrays.stream(all).filter(x -> x < value).count();
        int equal = (int) Arrays.stream(all).filter(x -> x == value).count();
        return 2 * below + equal + 1;
    }

    @ParameterizedTest
    @CsvSource({"1, 300, 1000000", "2, 300, 7", "3, 301, 2", "4, 1, 1", "5, 20, 1"})
    void bucketsTogetherAreTheColumn(long seed, int samples, int different) {
        Random random = new Random(seed);
        double[] all = random.doubles(samples)
                .map(x -> Math.floor(x * different) - different / 2.0)
                .toArray();
        NormalScores scores = NormalScores.of(samples, "");
        double cut = Arrays.stream(all).sum() / samples;
        double[] low = Arrays.stream(all).filter(x -> x < cut).toArray();
        double[] same = Arrays.stream(all).filter(x -> x == cut).toArray();
        double[] high = Arrays.stream(all).filter(x -> x > cut).toArray();
        BucketRanks first = BucketRanks.of(low, 0, scores);
        BucketRanks last = BucketRanks.of(high, low.length + same.length, scores);
        TieSums middle = TieSums.ofTie(2 * low.length + same.length + 1, same.length, scores);
        TieSums ties = last.ties().merge(middle).merge(first.ties());

        for (int i = 0; i < low.length; i++) {
            assertThat(first.doubled()[i]).as("seed %d", seed).isEqualTo(doubledRank(all, low[i]));
        }
        for (int i = 0; i < high.length; i++) {
            assertThat(last.doubled()[i]).as("seed %d", seed).isEqualTo(doubledRank(all, high[i]));
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double mean = Arrays.stream(all)
                        .map(x -> normal.inverseCumulativeProbability(doubledRank(all, x) / (2.0 * (samples + 1))))
                        .sum()
                / samples;
        assertThat(ties.mean(samples)).isCloseTo(mean, within(1e-14));
        long tied = Arrays.stream(all)
                .filter(x -> Arrays.stream(all).filter(y -> y == x).count() > 1)
                .count();
        assertThat(ties.tied()).isEqualTo(tied);
        assertThat(ties.constant(samples))
                .isEqualTo(Arrays.stream(all).distinct().count() == 1);
    }

    @Test
    void withoutTiesTheScoresCancel() {
        double[] all = new Random(3).doubles(1001).toArray();
        assertThat(BucketRanks.of(all, 0, NormalScores.of(all.length, ""))
                        .ties()
                        .mean(all.length))
                .isEqualTo(0.0);
    }

    @Test
    void computedScoresAreThoseOfTheTable() {
        int many = (1 << 22) + 1;
        NormalScores computed = NormalScores.of(many, "");
        assertThat(computed.of(many + 1)).isEqualTo(0.0);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (int d : new int[] {2, 3, 1000, many, many + 2, 2 * many}) {
            assertThat(computed.of(d))
                    .isCloseTo(normal.inverseCumulativeProbability(d / (2.0 * (many + 1))), within(1e-8));
            assertThat(computed.of(d)).isEqualTo(-computed.of(2 * (many + 1) - d));
        }
    }
}
