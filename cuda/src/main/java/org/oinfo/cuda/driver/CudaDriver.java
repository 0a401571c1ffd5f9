package org.oinfo.cuda.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jcuda.driver.JCudaDriver;

/** The CUDA driver of this machine, looked for once in a process. Thread-safe. */
public final class CudaDriver {
    /** The state of this machine, as it was when a driver was first asked for. */
    private static final class Installation {
        static final Installation HERE = look();

        final List<String> reasons;
        final int version;
        final List<CudaDevice> devices;

        Installation(List<String> reasons, int version, List<CudaDevice> devices) {
            this.reasons = List.copyOf(reasons);
            this.version = version;
            this.devices = List.copyOf(devices);
        }
    }

    private CudaDriver() {}

    /** Every reason why nothing can run on a CUDA device here, one a line; empty when there is a device. */
    public static List<String> unavailable() {
        return Installation.HERE.reasons;
    }

    /** Version of the driver's interface: 1000 major + 10 minor, as 13000 for 13.0; 0 without a driver. */
    public static int version() {
        return Installation.HERE.version;
    }

    /** The devices that this process may see, in the driver's order; empty when there is none. */
    public static List<CudaDevice> devices() {
        return Installation.HERE.devices;
    }

    private static Installation look() {
        List<String> reasons = new ArrayList<>();
        if (!BindingLibrary.present()) {
            reasons.add("JCuda has no library for this platform: platform=" + BindingLibrary.platform());
        }
        Optional<DriverLibrary> driver = DriverLibrary.find();
        if (driver.isEmpty()) {
            reasons.add("no NVIDIA driver is installed: none of " + String.join(", ", DriverLibrary.places())
                    + " can be loaded; where it lies elsewhere, start java with -D" + DriverLibrary.PROPERTY + "=FILE");
        }
        if (reasons.isEmpty()) {
            driver.map(DriverLibrary::missing)
                    .filter(missing -> !missing.isEmpty())
                    .ifPresent(missing -> reasons.add("the driver is too old: it lacks " + missing.getFirst()
                            + (missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " other calls")));
        }
        if (reasons.isEmpty()) {
            loadBinding().ifPresent(reasons::add);
        }
        return reasons.isEmpty() ? start() : new Installation(reasons, 0, List.of());
    }

    private static Optional<String> loadBinding() {
        try {
            BindingLibrary.load();
            return Optional.empty();
        } catch (IOException | LinkageError e) {
            String message = String.valueOf(e.getMessage());
            return Optional.of("JCuda's library cannot be loaded: "
                    + message.lines().findFirst().orElse(""));
        }
    }

    private static Installation start() {
        try {
            int[] version = new int[1];
            Result.check(JCudaDriver.cuDriverGetVersion(version), "cuDriverGetVersion");
            Result.check(JCudaDriver.cuInit(0), "cuInit");
            int[] count = new int[1];
            Result.check(JCudaDriver.cuDeviceGetCount(count), "cuDeviceGetCount");
            List<CudaDevice> devices = new ArrayList<>();
            for (int ordinal = 0; ordinal < count[0]; ordinal++) {
                devices.add(CudaDevice.read(ordinal));
            }
            return new Installation(devices.isEmpty() ? List.of(noDevice()) : List.of(), version[0], devices);
        } catch (CudaException e) {
            String reason = e.code() == CudaException.NO_DEVICE ? noDevice() : String.valueOf(e.getMessage());
            return new Installation(List.of(reason), 0, List.of());
        }
    }

    private static String noDevice() {
        String visible = System.getenv("CUDA_VISIBLE_DEVICES");
        return visible == null
                ? "there is a driver but no CUDA device"
                : "the driver shows no CUDA device: the environment variable CUDA_VISIBLE_DEVICES chooses among them:"
                        + " CUDA_VISIBLE_DEVICES=\"" + visible + '"';
    }
}
