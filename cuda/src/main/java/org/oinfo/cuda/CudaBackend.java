package org.oinfo.cuda;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.cuda.driver.CudaDriver;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;
import org.oinfo.kernels.CorrelationMatrix;
import org.oinfo.kernels.LatticeKernel;
import org.oinfo.kernels.MeasuresKernel;
import org.oinfo.kernels.ScanKernel;
import org.oinfo.kernels.ScanSettings;

/**
 * The kernels on the CUDA devices of this machine. Where there are several devices, kernels are dealt to them in turn, so that
 * as many threads as devices, or a multiple, keep all of them busy.
 *
 * <p>Batches of given n-plets run on a device. A walk over the whole lattice is left to the best backend of the CPU: it is for
 * up to some forty variables, where a step depends on the one before and there is too little to do side by side.
 */
public final class CudaBackend implements Backend {
    /** The name that a user asks for. */
    static final String NAME = "cuda";

    /** A device needs more at once than a core: a launch of so many n-plets of order 4 takes it a millisecond. */
    private static final long LEAST_OF_PAIRS = 1L << 30;
    /** Orders above 8 take longer each. */
    private static final long LEAST_OF_RANKS = 1L << 26;

    private final List<DeviceKernels> devices;
    private final AtomicInteger next = new AtomicInteger();
    private final Backend cpu = bestOfTheCpu();

    CudaBackend(KernelImage image, List<CudaDevice> devices) {
        this.devices =
                devices.stream().map(device -> new DeviceKernels(image, device)).toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** {@code cuda, NVIDIA H200 (140 GiB, driver 13.0)}, or all devices with their numbers. */
    @Override
    public String description() {
        String driver = "driver " + version(CudaDriver.version());
        if (devices.size() == 1) {
            CudaDevice only = devices.getFirst().device();
            return NAME + ", " + only.name() + " (" + only.gibibytes() + " GiB, " + driver + ")";
        }
        return NAME + ", " + devices.size() + " devices: "
                + devices.stream()
                        .map(kernels -> kernels.device().ordinal() + " " + kernels.device())
                        .collect(Collectors.joining(", "))
                + ", " + driver;
    }

    @Override
    public MeasuresKernel measures(CorrelationMatrix r) {
        return new CudaMeasures(nextDevice(), r);
    }

    @Override
    public ScanKernel scan(CorrelationMatrix r, ScanSettings settings) {
        DeviceKernels device = nextDevice();
        if (CudaPairScan.suits(device.device(), settings)) {
            return new CudaPairScan(device, r, settings, cpu.scan(r, settings));
        }
        return CudaRankScan.suits(device.device(), settings)
                ? new CudaRankScan(device, r, settings)
                : cpu.scan(r, settings);
    }

    @Override
    public long leastScan(int variables, ScanSettings settings) {
        return !onDevices(settings)
                ? cpu.leastScan(variables, settings)
                : settings.order() <= CudaPairScan.LARGEST_ORDER ? LEAST_OF_PAIRS : LEAST_OF_RANKS;
    }

    /** Two for each device, so that one is at work while the host looks at what the other found. */
    @Override
    public int scanWorkers(ScanSettings settings, int threads) {
        return onDevices(settings) ? 2 * devices.size() : cpu.scanWorkers(settings, threads);
    }

    private boolean onDevices(ScanSettings settings) {
        return devices.stream()
                .map(DeviceKernels::device)
                .allMatch(device -> CudaPairScan.suits(device, settings) || CudaRankScan.suits(device, settings));
    }

    /** Not where a scan that sums determinants would run on the processor, though others of its order and level run on devices. */
    @Override
    public boolean sumsDeterminants(ScanSettings settings) {
        return onDevices(settings.withDeterminants(true)) || !onDevices(settings.withDeterminants(false));
    }

    @Override
    public Backend onProcessors() {
        return cpu;
    }

    @Override
    public LatticeKernel lattice(CorrelationMatrix r, List<ScanSettings> settings) {
        return cpu.lattice(r, settings);
    }

    /** {@code 13.0} of 13000. */
    static String version(int driver) {
        return driver / 1000 + "." + driver % 1000 / 10;
    }

    private DeviceKernels nextDevice() {
        return devices.get(Math.floorMod(next.getAndIncrement(), devices.size()));
    }

    private static Backend bestOfTheCpu() {
        return Backends.installed().stream()
                .filter(provider -> !provider.name().equals(NAME))
                .filter(provider -> provider.unavailable().isEmpty())
                .findFirst()
                .map(BackendProvider::open)
                .orElseThrow(() -> new IllegalStateException("the kernels of the CPU must be installed beside these"));
    }
}
