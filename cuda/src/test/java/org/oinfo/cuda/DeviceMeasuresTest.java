package org.oinfo.cuda;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.MeasuresContract;

/** The contract of measures, on a device. */
@Tag("device")
class DeviceMeasuresTest extends MeasuresContract {
    @BeforeAll
    static void onlyWithADevice() {
        Device.assumed();
    }

    @Override
    protected Backend backend() {
        return Device.backend();
    }
}
