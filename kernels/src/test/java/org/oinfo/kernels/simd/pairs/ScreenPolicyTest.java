package org.oinfo.kernels.simd.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.oinfo.kernels.Ends;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;
import org.oinfo.kernels.simd.lanes.SingleLanes;

class ScreenPolicyTest {
    @Test
    void whatIsAskedForIsDone() {
        assertThat(single(4, Level.EXTREMES, Screen.SINGLE, 5)).isTrue();
        assertThat(single(4, Level.EXTREMES, Screen.DOUBLE, 5000)).isFalse();
    }

    @Test
    void otherwiseManyVariablesAtLevelExtremesAreScreenedInSinglePrecision() {
        int wider = Math.max(1, SingleLanes.COUNT / 8);
        assertThat(single(4, Level.EXTREMES, Screen.AUTO, 100 * wider)).isTrue();
        assertThat(single(4, Level.EXTREMES, Screen.AUTO, 100 * wider - 1)).isFalse();
        assertThat(single(8, Level.EXTREMES, Screen.AUTO, 150 * wider)).isTrue();
        assertThat(single(8, Level.EXTREMES, Screen.AUTO, 150 * wider - 1)).isFalse();
        assertThat(single(3, Level.EXTREMES, Screen.AUTO, 256 * wider)).isTrue();
        assertThat(single(3, Level.EXTREMES, Screen.AUTO, 256 * wider - 1)).isFalse();
        assertThat(single(4, Level.PLAIN, Screen.AUTO, 5000)).isFalse();
    }

    private static boolean single(int order, Level level, Screen screen, int n) {
        return ScreenPolicy.single(new ScanSettings(order, level, 5, 0, Ends.BOTH, screen), n);
    }
}
