package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanContract;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;

/** The contract of scans, on a device. */
@Tag("device")
class DeviceScanTest extends ScanContract {
    @BeforeAll
    static void onlyWithADevice() {
        Device.assumed();
    }

    @Override
    protected double cancellation() {
        return 1;
    }

    @Override
    protected Backend backend() {
        return Device.backend();
    }

    @Override
    protected boolean sumsDeterminants(int order) {
        return order >= CudaPairScan.SMALLEST_ORDER && order <= CudaPairScan.LARGEST_ORDER;
    }

    /** Launches and the sorting of candidates take some of the host's memory. */
    @Override
    protected boolean emulated() {
        return true;
    }

    @ParameterizedTest
    @CsvSource({"1000,3", "200,4", "70,5", "4000,3"})
    void manyVariables(int n, int order) {
        CorrelationMatrix r = Systems.factor(n, 0.8, 4);
        ScanSettings settings = new ScanSettings(order, Level.PLAIN, 20);
        long to = Math.min(new Combinations(n, order).total(), 1L << 27);
        Landscape expected = Landscape.empty(n, settings);
        Landscape found = Landscape.empty(n, settings);
        try (ScanKernel host = Backends.open("simd").scan(r, settings);
                ScanKernel device = backend().scan(r, settings)) {
            host.scan(0, to, expected);
            device.scan(0, to, found);
        }
        assertThat(found.total()).isEqualTo(to);
        assertThat(found.mostRedundant().sortedRanks())
                .containsExactly(expected.mostRedundant().sortedRanks());
        assertThat(found.mostSynergistic().sortedRanks())
                .containsExactly(expected.mostSynergistic().sortedRanks());
        assertThat(found.mean()).isCloseTo(expected.mean(), within(1e-12));
    }
}
