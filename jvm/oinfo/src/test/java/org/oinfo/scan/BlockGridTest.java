package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.data.BadInputException;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;

class BlockGridTest {
    private static final Backend PROCESSOR = Backends.open("scalar");

    @ParameterizedTest
    @CsvSource({
        "12,2,1",
        "12,2,20",
        "12,3,1",
        "12,3,7",
        "12,3,55",
        "12,4,10",
        "12,5,100",
        "12,11,3",
        "12,12,1",
        "30,3,4194304"
    })
    void blocksCoverEveryRankOnceAndBeginAtTheFirstPrefixBoundary(int n, int k, long size) {
        BlockGrid grid = new BlockGrid(n, k, size);
        assertThat(grid.start(0)).isZero();
        assertThat(grid.start(grid.count())).isEqualTo(grid.total());
        for (long i = 0; i < grid.count(); i++) {
            long expected = i * size;
            while (expected < grid.total() && !isBoundary(n, k, expected)) {
                expected++;
            }
            assertThat(grid.start(i)).as("start of block %d", i).isEqualTo(expected);
            assertThat(grid.start(i + 1)).isGreaterThanOrEqualTo(grid.start(i));
        }
    }

    /** From the definition: the n-plet before differs in its first k-2 members. */
    private static boolean isBoundary(int n, int k, long rank) {
        Combinations combinations = new Combinations(n, k);
        int[] here = new int[k];
        int[] before = new int[k];
        combinations.unrank(rank, here);
        if (rank == 0) {
            return true;
        }
        combinations.unrank(rank - 1, before);
        for (int i = 0; i < k - 2; i++) {
            if (here[i] != before[i]) {
                return true;
            }
        }
        return false;
    }

    private static BlockGrid grid(int n, int k) {
        return BlockGrid.of(n, k, PROCESSOR.leastScan(n, new ScanSettings(k, Level.PLAIN, 1)));
    }

    @Test
    void pairsAreOneBlock() {
        BlockGrid grid = grid(5000, 2);
        assertThat(grid.total()).isEqualTo(12_497_500);
        assertThat(grid.count()).isEqualTo(1);
        assertThat(grid.start(1)).isEqualTo(grid.total());
    }

    @Test
    void sizeGrowsWithTheNumberOfNpletsFrom4194304To68719476736() {
        assertThat(grid(400, 3).count()).isEqualTo(3);
        // C(1000,3) = 166167000 needs ceil(/16e6) = 11 blocks of 16 N^2.
        assertThat(grid(1000, 3).count()).isEqualTo(11);
        // C(400,4) = 1050739900 needs ceil(/2^22) = 251 blocks.
        assertThat(grid(400, 4).count()).isEqualTo(251);
        // C(400,5) = 83218600080: B = ceil(C/4096) = 20317041.
        assertThat(grid(400, 5).count()).isEqualTo(4096);
        // C(400,8) = 1.5e16: B = 2^36.
        assertThat(grid(400, 8).total()).isEqualTo(15_148_408_086_508_950L);
        assertThat(grid(400, 8).count()).isEqualTo((15_148_408_086_508_950L >> 36) + 1);
    }

    @Test
    void moreNpletsThanALongHoldsAreRefusedByName() {
        assertThatThrownBy(() -> grid(400, 20))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the number of n-plets C(N,k) must be below 2^63-1: N=400, k=20; choose fewer variables or another"
                                + " order");
    }

    @Test
    void sumsAndProductsEndAtTheLargestNumber() {
        long half = Long.MAX_VALUE / 2;
        assertThat(BlockGrid.sum(LongStream.of(half, 3, half))).isEqualTo(Long.MAX_VALUE);
        assertThat(BlockGrid.sum(LongStream.of(half, 3))).isEqualTo(half + 3);
        assertThat(BlockGrid.sum(LongStream.of())).isZero();
        assertThat(BlockGrid.times(2, half)).isEqualTo(2 * half);
        assertThat(BlockGrid.times(3, half)).isEqualTo(Long.MAX_VALUE);
        assertThat(BlockGrid.times(66, BlockGrid.total(65, 24))).isEqualTo(Long.MAX_VALUE);
        assertThat(BlockGrid.times(7, 0)).isZero();
    }
}
