package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendFailedException;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;

/** A device that falls off the bus in the middle: the reason is told, all that was asked of it is given back. */
class LostDeviceTest {
    private static final int N = 30;
    private static final int ORDER = 4;

    private final CorrelationMatrix r = Systems.samples(N, 90, 7);
    private final ScanSettings settings = new ScanSettings(ORDER, Level.PLAIN, 5);
    private final long total = new Combinations(N, ORDER).total();

    @AfterEach
    void found() throws Throwable {
        StandIn.lostAfter(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void inAScan(long launches) throws Throwable {
        Backend backend = StandIn.backend();
        Landscape expected = Landscape.empty(N, settings);
        try (ScanKernel kernel = backend.scan(r, settings)) {
            kernel.scan(0, total, expected);
        }
        lost(backend, launches);
        long before = StandIn.allocations();
        lost(backend, launches);
        if (launches > 0) {
            // A kernel that could not even be made is given back when it is collected.
            assertThat(StandIn.allocations()).as("what is given back").isLessThanOrEqualTo(before);
        }

        StandIn.lostAfter(-1);
        Landscape again = Landscape.empty(N, settings);
        try (ScanKernel kernel = backend.scan(r, settings)) {
            kernel.scan(0, total, again);
        }
        assertThat(again.mostSynergistic().sortedRanks())
                .containsExactly(expected.mostSynergistic().sortedRanks());
    }

    private void lost(Backend backend, long launches) throws Throwable {
        StandIn.lostAfter(launches);
        assertThatThrownBy(() -> {
                    try (ScanKernel kernel = backend.scan(r, settings)) {
                        Landscape into = Landscape.empty(N, settings);
                        for (int i = 0; i < 3; i++) {
                            kernel.scan(0, total, into);
                        }
                    }
                })
                .isInstanceOf(BackendFailedException.class)
                .hasMessageContaining(" failed: 719 CUDA_ERROR_LAUNCH_FAILED (unspecified launch failure)");
    }

    @Test
    void inABatchOfMeasures() throws Throwable {
        Backend backend = StandIn.backend();
        assertThatThrownBy(() -> {
                    try (MeasuresKernel kernel = backend.measures(r)) {
                        double[] out = new double[4];
                        kernel.measures(new int[] {0, 1, 2}, 1, 3, out);
                        StandIn.lostAfter(0);
                        kernel.measures(new int[] {0, 1, 2}, 1, 3, out);
                    }
                })
                .isInstanceOf(BackendFailedException.class)
                .hasMessageContaining(" failed: 719 CUDA_ERROR_LAUNCH_FAILED (unspecified launch failure)");
    }
}
