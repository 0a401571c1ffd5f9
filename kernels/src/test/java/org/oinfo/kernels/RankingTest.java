package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void keepsTheSmallestKeysAndTheSmallestRanksAmongTies() {
        SplittableRandom random = new SplittableRandom(4);
        for (int capacity : new int[] {1, 2, 7, 40, 1000}) {
            List<long[]> offered = new ArrayList<>();
            Ranking one = new Ranking(capacity, Long.MAX_VALUE);
            Ranking left = new Ranking(capacity, Long.MAX_VALUE);
            Ranking right = new Ranking(capacity, Long.MAX_VALUE);
            for (int i = 0; i < 500; i++) {
                long[] item = {random.nextInt(20), (i * 7919) % 500};
                offered.add(item);
                one.offer(item[0], item[1]);
                (i % 3 == 0 ? left : right).offer(item[0], item[1]);
            }
            right.merge(left);
            long[] expected = offered.stream()
                    .sorted(Comparator.<long[]>comparingLong(x -> x[0]).thenComparingLong(x -> x[1]))
                    .limit(capacity)
                    .mapToLong(x -> x[1])
                    .toArray();
            assertThat(one.sortedRanks()).containsExactly(expected);
            assertThat(right.sortedRanks()).containsExactly(expected);
            assertThat(one.sortedRanks()).as("reading does not change it").containsExactly(expected);
        }
    }

    @Test
    void aBoundLeavesOutWhatCannotWin() {
        Ranking ranking = new Ranking(3, 10);
        ranking.offer(11, 0);
        ranking.offer(10, 1);
        assertThat(ranking.sortedRanks()).containsExactly(1);
        assertThat(ranking.worstKey()).isEqualTo(10);
        ranking.offer(1, 2);
        ranking.offer(2, 3);
        ranking.offer(3, 4);
        assertThat(ranking.worstKey()).isEqualTo(3);
        assertThat(ranking.sortedRanks()).containsExactly(2, 3, 4);
    }

    @Test
    void aRankingOfNothingStaysEmptyAndItsWorstIsFinite() {
        Ranking ranking = new Ranking(3, Ranking.NOTHING);
        ranking.offer(Ranking.key(-8e6), 0);
        Ranking other = new Ranking(3, Long.MAX_VALUE);
        other.offer(-5, 1);
        ranking.merge(other);
        assertThat(ranking.size()).isZero();
        assertThat(ranking.sortedRanks()).isEmpty();
        assertThat(ranking.worstKey()).isEqualTo(Ranking.NOTHING);
        assertThat(ranking.worst()).isEqualTo(-0x1p23);
    }

    @Test
    void keysRoundToUnitsOfTwoToTheMinus40() {
        assertThat(Ranking.key(0x1p-40)).isEqualTo(1);
        assertThat(Ranking.key(1.4 * 0x1p-40)).isEqualTo(1);
        assertThat(Ranking.key(-0.5)).isEqualTo(-(1L << 39));
        Ranking empty = new Ranking(2, Long.MAX_VALUE);
        assertThat(empty.worst()).isEqualTo(Double.POSITIVE_INFINITY);
        empty.offer(3, 0);
        empty.offer(5, 1);
        assertThat(empty.worst()).isEqualTo(5.5 * 0x1p-40);
    }

    @Test
    void ranksOfNpletsThatThereAreNotAreRefused() {
        Ranking ranking = new Ranking(3, Long.MAX_VALUE);
        ranking.offer(5, 9);
        assertThat(ranking.below(10)).isSameAs(ranking);
        assertThatThrownBy(() -> ranking.below(9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rank must be one of 9 n-plets: found 9");
        ranking.offer(4, -1);
        assertThatThrownBy(() -> ranking.below(10)).hasMessage("a rank must be one of 10 n-plets: found -1");
    }
}
