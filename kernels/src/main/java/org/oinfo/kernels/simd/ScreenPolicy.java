package org.oinfo.kernels.simd;

import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Screen;

/** Where a scan at level extremes screens in single precision when nothing else is asked for: where it measured faster. */
final class ScreenPolicy {
    private ScreenPolicy() {}

    /** Whether to screen in single precision. */
    static boolean single(ScanSettings settings, int n) {
        return settings.level() == Level.EXTREMES && settings.screen() == Screen.SINGLE;
    }
}
