package org.oinfo.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oinfo.cuda.driver.CudaDevice;

/** Reports of the provider about drivers and devices, and its silence about those that are not there. */
class CudaBackendProviderTest {
    private static final KernelImage IMAGE = KernelImage.of("// made\n.version 9.0\n.target sm_75\n");

    @TempDir
    Path folder;

    @Test
    void withoutADriverTheCpuIsTakenQuietly() throws IOException, InterruptedException {
        Path none = folder.resolve("libcuda.so.1");
        assertUnavailable(
                Listing.with(none, Map.of()),
                "no NVIDIA driver is installed: none of " + none
                        + " can be loaded; where it lies elsewhere, start java with -Doinfo.cuda.driver=FILE");
    }

    @Test
    void aDriverWithoutADeviceIsAReason() throws IOException, InterruptedException {
        assertUnavailable(
                Listing.with(StandIn.build(), Map.of("STANDIN_DEVICES", "0")), "there is a driver but no CUDA device");
    }

    @Test
    void hiddenDevicesAreNamedAsTheReason() throws IOException, InterruptedException {
        assertUnavailable(
                Listing.with(StandIn.build(), Map.of("STANDIN_DEVICES", "0", "CUDA_VISIBLE_DEVICES", "")),
                "the driver shows no CUDA device: the environment variable CUDA_VISIBLE_DEVICES chooses among them:"
                        + " CUDA_VISIBLE_DEVICES=\"\"");
    }

    @Test
    void aDriverThatLacksCallsIsTooOld() throws IOException, InterruptedException {
        Path library =
                Compiler.compile("ancient_cuda.cpp", "ancient.so", "-shared", "-fPIC", "-Wl,-soname,libcuda.so.1");
        assertUnavailable(
                Listing.with(library, Map.of()), "the driver is too old: it lacks cuGetErrorName and 33 other calls");
    }

    @Test
    void anOldDriverAndAnOldDeviceAreBothNamed() throws IOException, InterruptedException {
        assertUnavailable(
                Listing.with(StandIn.build(), Map.of("STANDIN_DRIVER", "12080", "STANDIN_CAPABILITY", "61")),
                "the driver is too old for the kernels: it must offer CUDA 13.0 or newer, it offers 12.8: install a newer"
                        + " NVIDIA driver | device 0 is too old: compute capability must be at least 7.5, CPU stand-in 0 has"
                        + " 6.1");
    }

    @Test
    void aDeviceIsTakenBeforeTheCpu() throws IOException, InterruptedException {
        Listing.Ended ended = Listing.with(StandIn.build(), Map.of());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).first().isEqualTo("cuda: cuda, CPU stand-in 0 (8 GiB, driver 13.0)");
        assertThat(ended.out()).last().isEqualTo("auto: cuda");
    }

    @Test
    void everyDeviceIsListed() throws IOException, InterruptedException {
        Listing.Ended ended = Listing.with(StandIn.build(), Map.of("STANDIN_DEVICES", "3", "STANDIN_DRIVER", "13010"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .first()
                .isEqualTo("cuda: cuda, 3 devices: 0 CPU stand-in 0 (8 GiB), 1 CPU stand-in 1 (8 GiB),"
                        + " 2 CPU stand-in 2 (8 GiB), driver 13.1");
    }

    @ParameterizedTest
    @CsvSource({
        "13000, 75, false, 0",
        "12090, 75, false, 1",
        "13000, 70, false, 1",
        "13000, 90, true, 1",
        "12000, 52, true, 2"
    })
    void oneFitDeviceIsEnough(int driver, int capability, boolean prohibited, int reasons) {
        CudaDevice device = device(0, capability, prohibited);
        assertThat(CudaBackendProvider.unfit(IMAGE, driver, List.of(device))).hasSize(reasons);
        CudaDevice fit = device(1, 90, false);
        assertThat(CudaBackendProvider.unfit(IMAGE, driver, List.of(device, fit)))
                .hasSize(driver < 13000 ? 1 : 0);
    }

    @Test
    void aProhibitedDeviceSaysHowToAllowIt() {
        assertThat(CudaBackendProvider.unfit(IMAGE, 13000, List.of(device(4, 90, true))))
                .containsExactly(
                        "device 4 may not compute: the compute mode of Some GPU is \"prohibited\" (nvidia-smi -c 0"
                                + " allows it)");
    }

    private static CudaDevice device(int ordinal, int capability, boolean prohibited) {
        return new CudaDevice(
                ordinal, "Some GPU", 8L << 30, 10, capability / 10, capability % 10, 99 << 10, 64, prohibited);
    }

    private static void assertUnavailable(Listing.Ended ended, String reasons) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).first().isEqualTo("cuda: " + reasons);
        assertThat(ended.out()).last().asString().matches("auto: (native|simd)");
    }
}
