package org.oinfo.kernels.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The kernels in C on this machine; where they cannot run, whoever asks is skipped with the reasons. */
final class Here {
    private Here() {}

    static NativeBackend backend() {
        needsLibrary();
        return new NativeBackend();
    }

    static void needsLibrary() {
        assumeTrue(NativeLibrary.unavailable().isEmpty(), () -> String.join("; ", NativeLibrary.unavailable()));
    }
}
