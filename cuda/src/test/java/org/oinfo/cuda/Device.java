package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.oinfo.kernels.Backend;

/** This machine's own driver and device, for tests with the tag {@code device}; elsewhere they are skipped with the reasons. */
final class Device {
    private Device() {}

    /** Skips the test where nothing can run on a device; fails it where {@code -Doinfo.requireBackend=cuda} asks for one. */
    static void assumed() {
        List<String> reasons = new CudaBackendProvider().unavailable();
        if (CudaBackend.NAME.equals(System.getProperty("oinfo.requireBackend"))) {
            assertThat(reasons).isEmpty();
        }
        assumeTrue(reasons.isEmpty(), () -> "no CUDA device: " + String.join("; ", reasons));
    }

    /** The backend on it. */
    static Backend backend() {
        return new CudaBackendProvider().open();
    }
}
