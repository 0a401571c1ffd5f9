package org.oinfo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Seconds counted by hand. */
class ThreadsReplayTest {
    private static final ThreadsReplay.Times TIMES =
            new ThreadsReplay.Times(100, 0.5, new double[] {4, 1, 1, 1, 3}, 0.25);

    @Test
    void oneWorkerTakesOneBlockAfterTheOther() {
        // A kernel, all blocks, and the merging of the last one.
        assertThat(TIMES.replay(1)).isCloseTo(0.5 + 10 + 0.25, within(1e-12));
    }

    @Test
    void aBlockThatIsFreeSoonerGoesToTheOtherWorker() {
        // One has the block of 4 until 4.5; the other those of 1 until 3.5 and that of 3 until 6.5.
        assertThat(TIMES.replay(2)).isCloseTo(6.5 + 0.25, within(1e-12));
    }

    @Test
    void mergingIsOneAfterTheOther() {
        // All wait for the first block, which ends at 4.5; then five are merged.
        assertThat(TIMES.replay(5)).isCloseTo(4.5 + 5 * 0.25, within(1e-12));
        assertThat(TIMES.replay(50)).isEqualTo(TIMES.replay(5));
    }
}
