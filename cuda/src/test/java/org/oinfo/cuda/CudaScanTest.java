package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.cuda.driver.CudaDriver;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.DeterminantError;
import org.oinfo.kernels.ExactDeterminants;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Level;
import org.oinfo.kernels.ScanContract;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;
import org.oinfo.kernels.Systems;

/**
 * The contract of scans, on the stand-in for a driver. Its device is slow: unless the system property {@code
 * oinfo.contract=whole} is set, systems of many prefixes are left out.
 */
class CudaScanTest extends ScanContract {
    private static final int FEW_PREFIXES = 11;
    private static final boolean WHOLE = "whole".equals(System.getProperty("oinfo.contract"));

    @Override
    protected Backend backend() {
        return StandIn.backend();
    }

    @Override
    protected double cancellation() {
        return 1;
    }

    @Override
    protected boolean sumsDeterminants(int order) {
        return pairStationary(order);
    }

    /** What {@link #covers} leaves out of it: every order, and ranges that begin and end within an item. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8})
    void determinantsOfEveryOrder(int order) {
        int n = order + 2;
        long total = new Combinations(n, order).total();
        Systems.all(n).forEach(system -> {
            checkDeterminants(system, order, Level.PLAIN, 0, total);
            checkDeterminants(system, order, Level.FULL, total / 3, total - 1);
        });
    }

    /** However the range is cut into launches. */
    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"PLAIN", "FULL"})
    void determinantsHaveTheSameBitsInLaunchesOfAnySize(Level level) {
        CorrelationMatrix r = Systems.samples(40, 120, 5);
        ScanSettings settings = new ScanSettings(4, level, 3, 0.01).withDeterminants(true);
        long total = new Combinations(40, 4).total();
        Landscape cold = Landscape.empty(40, settings);
        try (ScanKernel kernel = backend().scan(r, settings)) {
            kernel.scan(0, total, cold);
            Landscape warm = cold.emptyForNextRange();
            kernel.scan(0, total, warm);
            assertThat(warm.determinants()).isPositive();
            assertThat(Double.doubleToLongBits(warm.determinants()))
                    .isEqualTo(Double.doubleToLongBits(cold.determinants()));
        }
    }

    /** A bit of one correlation on the device, a launch that is lost, one that is done twice: each is far beyond the bound. */
    @Test
    void faultsOfADeviceChangeTheSum() {
        int n = 20;
        ScanSettings settings = new ScanSettings(4, Level.PLAIN, 3).withDeterminants(true);
        long total = new Combinations(n, 4).total();
        CorrelationMatrix r = Systems.samples(n, 60, 5);
        double[] copy = r.array().clone();
        for (int at : new int[] {3 * n + 11, 11 * n + 3}) {
            copy[at] = Double.longBitsToDouble(Double.doubleToLongBits(copy[at]) ^ 1L << 30);
        }
        double exact = ExactDeterminants.sum(r, 4, 0, total);
        double bound = total * DeterminantError.largest(4) + exact * DeterminantError.additions(n);
        assertThat(sum(r, settings, 0, total)).isCloseTo(exact, within(bound));
        assertThat(sum(CorrelationMatrix.wrap(n, copy), settings, 0, total))
                .isNotCloseTo(exact, within(bound))
                .isCloseTo(exact, within(1e-6 * exact));
        assertThat(sum(r, settings, 0, total / 2)).isNotCloseTo(exact, within(bound));
        assertThat(sum(r, settings, 0, total) + sum(r, settings, 0, 1)).isNotCloseTo(exact, within(bound));
    }

    private double sum(CorrelationMatrix r, ScanSettings settings, long from, long to) {
        Landscape into = Landscape.empty(r.variables(), settings);
        try (ScanKernel kernel = backend().scan(r, settings)) {
            kernel.scan(from, to, into);
        }
        return into.determinants();
    }

    @Test
    void whichScansSumDeterminantsOnDevices() {
        for (int order = 2; order <= 70; order++) {
            // Scans that run on the processor anyway are summed there.
            assertThat(backend().sumsDeterminants(new ScanSettings(order, Level.PLAIN, 1)))
                    .as("order %d", order)
                    .isEqualTo(order <= 8 || order > 64);
        }
        assertThat(backend().onProcessors().name()).isNotEqualTo("cuda");
    }

    @Override
    protected boolean covers(int variables, int order) {
        return WHOLE || !pairStationary(order) || new Combinations(variables, order - 3).total() <= FEW_PREFIXES;
    }

    private static boolean pairStationary(int order) {
        return order >= CudaPairScan.SMALLEST_ORDER && order <= CudaPairScan.LARGEST_ORDER;
    }

    @Test
    void launchesOfAnySizeGiveTheSameBits() {
        CorrelationMatrix r = Systems.samples(40, 120, 5);
        ScanSettings settings = new ScanSettings(4, Level.FULL, 3, 0.01);
        long total = new Combinations(40, 4).total();
        Landscape cold = Landscape.empty(40, settings);
        try (ScanKernel kernel = backend().scan(r, settings)) {
            kernel.scan(0, total, cold);
            // Its rankings are full, so that one launch does it all.
            Landscape warm = cold.emptyForNextRange();
            kernel.scan(0, total, warm);
            assertThat(Double.doubleToLongBits(warm.sum())).isEqualTo(Double.doubleToLongBits(cold.sum()));
            assertThat(warm.redundant()).isEqualTo(cold.redundant());
            assertThat(warm.requireDistribution().histogram())
                    .containsExactly(cold.requireDistribution().histogram());
        }
    }

    @Test
    void severalDevicesGiveTheBitsOfOne() {
        CorrelationMatrix r = Systems.samples(30, 90, 8);
        ScanSettings settings = new ScanSettings(4, Level.FULL, 5);
        Combinations combinations = new Combinations(30, 4);
        long[] cuts = {0, combinations.choose(30, 4) / 3, combinations.choose(30, 4) / 2, combinations.total()};
        assertThat(StandIn.backend().name()).isEqualTo("cuda");
        CudaDevice device = CudaDriver.devices().getFirst();
        List<Landscape> merged = new ArrayList<>();
        for (List<CudaDevice> devices : List.of(List.of(device), List.of(device, device))) {
            CudaBackend backend = new CudaBackend(KernelImage.shipped(), devices);
            Landscape whole = Landscape.empty(30, settings);
            for (int i = 0; i + 1 < cuts.length; i++) {
                // The next device for each.
                try (ScanKernel kernel = backend.scan(r, settings)) {
                    Landscape part = whole.emptyForNextRange();
                    kernel.scan(cuts[i], cuts[i + 1], part);
                    whole.merge(part);
                }
            }
            merged.add(whole);
        }
        Landscape one = merged.get(0);
        Landscape two = merged.get(1);
        assertThat(Double.doubleToLongBits(two.sum())).isEqualTo(Double.doubleToLongBits(one.sum()));
        assertThat(two.mostRedundant().sortedRanks())
                .containsExactly(one.mostRedundant().sortedRanks());
        assertThat(two.requireDistribution().histogram())
                .containsExactly(one.requireDistribution().histogram());
    }

    @Test
    void tiesThatOverflowTheCandidatesAreAllScored() {
        CorrelationMatrix r = Systems.identity(60);
        ScanSettings settings = new ScanSettings(4, Level.PLAIN, 5);
        Landscape into = Landscape.empty(60, settings);
        long total = new Combinations(60, 4).total();
        try (ScanKernel kernel = backend().scan(r, settings)) {
            kernel.scan(0, total, into);
        }
        assertThat(into.balanced()).isEqualTo(total);
        assertThat(into.mostRedundant().sortedRanks()).containsExactly(0, 1, 2, 3, 4);
        assertThat(into.mostSynergistic().sortedRanks()).containsExactly(0, 1, 2, 3, 4);
    }

    /** Nothing could be said of the device's memory, and each launch takes some of the host's. */
    @Override
    protected boolean emulated() {
        return true;
    }
}
