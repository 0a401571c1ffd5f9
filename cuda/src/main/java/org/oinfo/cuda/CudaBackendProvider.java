package org.oinfo.cuda;

import java.util.ArrayList;
import java.util.List;
import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.cuda.driver.CudaDriver;
import org.oinfo.kernels.Backend;
import org.oinfo.kernels.BackendProvider;

/** Provides {@link CudaBackend} where there is a driver and a device that can run the kernels. */
public final class CudaBackendProvider implements BackendProvider {
    /** One backend for the whole process: contexts and compiled kernels are dear. */
    private static final class Shared {
        static final Backend BACKEND = new CudaBackend(KernelImage.shipped(), usable(CudaDriver.devices()));
    }

    private static final String NO_IMAGE =
            "this build holds no device code: it was made without nvcc from sources whose PTX was not checked in";

    @Override
    public String name() {
        return CudaBackend.NAME;
    }

    /** Above the CPU's: a device is taken wherever there is one. */
    @Override
    public int priority() {
        return 20;
    }

    @Override
    public List<String> unavailable() {
        List<String> reasons = new ArrayList<>();
        if (!KernelImage.present()) {
            reasons.add(NO_IMAGE);
        }
        reasons.addAll(CudaDriver.unavailable());
        if (reasons.isEmpty()) {
            reasons.addAll(unfit(KernelImage.shipped(), CudaDriver.version(), CudaDriver.devices()));
        }
        return reasons;
    }

    @Override
    public Backend open() {
        return Shared.BACKEND;
    }

    /** Why a driver and its devices cannot run an image; empty when one of the devices can. */
    static List<String> unfit(KernelImage image, int driver, List<CudaDevice> devices) {
        List<String> reasons = new ArrayList<>();
        if (driver < image.driver()) {
            reasons.add("the driver is too old for the kernels: it must offer CUDA "
                    + CudaBackend.version(image.driver()) + " or newer, it offers " + CudaBackend.version(driver)
                    + ": install a newer NVIDIA driver");
        }
        List<String> refused = new ArrayList<>();
        for (CudaDevice device : devices) {
            if (device.capability() < image.capability()) {
                refused.add("device " + device.ordinal() + " is too old: compute capability must be at least "
                        + image.capability() / 10 + "." + image.capability() % 10 + ", " + device.name() + " has "
                        + device.major() + "." + device.minor());
            } else if (device.prohibited()) {
                refused.add("device " + device.ordinal() + " may not compute: the compute mode of " + device.name()
                        + " is \"prohibited\" (nvidia-smi -c 0 allows it)");
            }
        }
        if (refused.size() == devices.size()) {
            reasons.addAll(refused);
        }
        return reasons;
    }

    private static List<CudaDevice> usable(List<CudaDevice> devices) {
        KernelImage image = KernelImage.shipped();
        return devices.stream()
                .filter(device -> unfit(image, image.driver(), List.of(device)).isEmpty())
                .toList();
    }
}
