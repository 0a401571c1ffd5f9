package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CombinationsTest {
    @Test
    void ranksCountInLexicographicOrder() {
        for (int n = 2; n <= 9; n++) {
            for (int k = 1; k <= n; k++) {
                Combinations combinations = new Combinations(n, k);
                int[] nplet = new int[k];
                combinations.unrank(0, nplet);
                for (int i = 0; i < k; i++) {
                    assertThat(nplet[i]).isEqualTo(i);
                }
                long rank = 0;
                int[] back = new int[k];
                do {
                    assertThat(combinations.rank(nplet)).isEqualTo(rank);
                    combinations.unrank(rank, back);
                    assertThat(back).containsExactly(nplet);
                    rank++;
                } while (combinations.next(nplet));
                assertThat(rank).isEqualTo(combinations.total());
                assertThat(nplet[0]).isEqualTo(n - k);
            }
        }
    }

    @Test
    void firstRankOfAPrefixIsTheRankOfItsFirstNplet() {
        Combinations combinations = new Combinations(12, 5);
        int[] nplet = new int[5];
        for (long rank = 0; rank < combinations.total(); rank++) {
            combinations.unrank(rank, nplet);
            int[] first = {nplet[0], nplet[1], nplet[2], nplet[2] + 1, nplet[2] + 2};
            if (first[4] < 12) {
                assertThat(combinations.firstRank(nplet, 3)).isEqualTo(combinations.rank(first));
            }
        }
        assertThat(combinations.firstRank(nplet, 0)).isZero();
    }

    @Test
    void countsAreExactToTheEdgeOf63Bits() {
        assertThat(new Combinations(66, 33).total()).isEqualTo(7219428434016265740L);
        assertThat(new Combinations(1000, 5).total()).isEqualTo(8250291250200L);
        assertThat(new Combinations(4000, 3999).total()).isEqualTo(4000);
        assertThatThrownBy(() -> new Combinations(67, 33))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("C(N,k) must be below 2^63-1: N=67, k=33");
        int[] nplet = new int[33];
        Combinations combinations = new Combinations(66, 33);
        combinations.unrank(7219428434016265739L, nplet);
        assertThat(nplet[0]).isEqualTo(33);
        assertThat(combinations.rank(nplet)).isEqualTo(7219428434016265739L);
    }

    @Test
    void countsWithoutATableAreThoseOfIt() {
        for (int n = 0; n <= 66; n++) {
            for (int k = 0; k <= n; k++) {
                assertThat(Combinations.count(n, k)).isEqualTo(new Combinations(n, k).total());
            }
        }
        assertThat(Combinations.count(5, 6)).isZero();
        assertThat(Combinations.count(5, -1)).isZero();
        assertThat(Combinations.count(67, 33)).isEqualTo(Long.MAX_VALUE);
        // A table of this would take 2^62 numbers.
        assertThat(Combinations.count(Integer.MAX_VALUE, 1 << 30)).isEqualTo(Long.MAX_VALUE);
        assertThat(Combinations.count(Integer.MAX_VALUE, 2)).isEqualTo(2305843005992468481L);
    }
}
