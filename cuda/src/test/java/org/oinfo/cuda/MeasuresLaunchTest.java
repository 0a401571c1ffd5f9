package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresLaunchTest {
    /** Shared memory of a block: Turing, GeForce since Ampere, Hopper. */
    @ParameterizedTest
    @CsvSource({
        "2, 65536, measures_2, 128, 128, 0",
        "12, 65536, measures_12, 128, 128, 0",
        "13, 65536, measures_warp, 128, 4, 4352",
        "16, 65536, measures_warp, 128, 4, 4352",
        "64, 65536, measures_warp, 96, 3, 49920",
        "64, 101376, measures_warp, 128, 4, 66560",
        "65, 65536, measures_block, 128, 1, 18768",
        "128, 232448, measures_block, 128, 1, 66048"
    })
    void everyOrderHasItsKernel(int order, int available, String kernel, int threads, int nplets, int shared) {
        assertThat(MeasuresLaunch.of(order, available)).contains(new MeasuresLaunch(kernel, threads, nplets, shared));
    }

    @Test
    void whatFitsNoKernelIsLeftToTheHost() {
        assertThat(MeasuresLaunch.of(129, 232448)).isEmpty();
        assertThat(MeasuresLaunch.of(128, 65536)).isEmpty();
    }

    @Test
    void theLastBlockMayBePartlyEmpty() {
        MeasuresLaunch launch = MeasuresLaunch.of(20, 232448).orElseThrow();
        assertThat(launch.blocks(1)).isEqualTo(1);
        assertThat(launch.blocks(4)).isEqualTo(1);
        assertThat(launch.blocks(5)).isEqualTo(2);
        assertThat(launch.blocks(Integer.MAX_VALUE)).isEqualTo(1 << 29);
    }
}
