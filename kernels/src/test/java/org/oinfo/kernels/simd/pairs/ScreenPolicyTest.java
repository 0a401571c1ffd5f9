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
        boolean wide = SingleLanes.COUNT > 8;
        assertFrom(wide ? 512 : 256, 3);
        assertFrom(wide ? 200 : 100, 4);
        assertFrom(wide ? 200 : 100, 5);
        assertFrom(150, 6);
        assertFrom(150, 8);
        assertThat(single(4, Level.PLAIN, Screen.AUTO, 5000)).isFalse();
    }

    private static void assertFrom(int least, int order) {
        assertThat(single(order, Level.EXTREMES, Screen.AUTO, least)).isTrue();
        assertThat(single(order, Level.EXTREMES, Screen.AUTO, least - 1)).isFalse();
    }

    private static boolean single(int order, Level level, Screen screen, int n) {
        return ScreenPolicy.single(new ScanSettings(order, level, 5, 0, Ends.BOTH, screen), n);
    }
}
