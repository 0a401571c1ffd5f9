package org.oinfo.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void theFastestComesFirstAndAutoOpensTheFirstThatRunsHere() {
        List<BackendProvider> installed = Backends.installed();
        assertThat(installed.stream().map(BackendProvider::name)).containsExactly("native", "simd", "scalar");
        boolean inC = installed.getFirst().unavailable().isEmpty();
        assertThat(Backends.open("auto").name()).isEqualTo(inC ? "native" : "simd");
        assertThat(Backends.open("scalar").description()).isEqualTo("scalar");
        assertThat(Backends.open("simd").description()).matches("simd, \\d+ lanes of 64 bits");
    }

    @Test
    void anUnknownNameIsRefusedAndAnUnavailableBackendGivesEveryReason() {
        assertThatThrownBy(() -> Backends.open("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("backend must be auto or one of [native, simd, scalar]: backend=fast");
        assertThat(new BackendUnavailableException("cuda", List.of("no driver", "no device")))
                .hasMessage("backend cuda is not available here: no driver; no device");
    }
}
