package org.oinfo.cuda.driver;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The driver's own library, opened before JCuda asks for it: its absence is then an answer and not a {@link LinkageError}, and
 * its symbols can be looked up. JCuda binds lazily, so that calling one that is missing would end the process.
 */
final class DriverLibrary {
    /** Names a file to be used as the driver's library, where it lies in no usual place. */
    static final String PROPERTY = "oinfo.cuda.driver";

    /** Every driver call of this package by the name that JCuda binds. */
    private static final List<String> NEEDED = List.of(
            "cuInit",
            "cuDriverGetVersion",
            "cuGetErrorName",
            "cuGetErrorString",
            "cuDeviceGetCount",
            "cuDeviceGet",
            "cuDeviceGetName",
            "cuDeviceTotalMem_v2",
            "cuDeviceGetAttribute",
            "cuDevicePrimaryCtxRetain",
            "cuDevicePrimaryCtxRelease_v2",
            "cuDevicePrimaryCtxSetFlags_v2",
            "cuCtxSetCurrent",
            "cuMemGetInfo_v2",
            "cuModuleLoadData",
            "cuModuleUnload",
            "cuModuleGetFunction",
            "cuFuncGetAttribute",
            "cuFuncSetAttribute",
            "cuMemAlloc_v2",
            "cuMemFree_v2",
            "cuMemHostAlloc",
            "cuMemFreeHost",
            "cuMemcpyHtoD_v2",
            "cuMemcpyDtoH_v2",
            "cuMemcpyHtoDAsync_v2",
            "cuMemcpyDtoHAsync_v2",
            "cuMemsetD32Async",
            "cuStreamCreate",
            "cuStreamDestroy_v2",
            "cuStreamSynchronize",
            "cuEventCreate",
            "cuEventRecord",
            "cuEventElapsedTime",
            "cuEventDestroy_v2",
            "cuLaunchKernel");

    private final SymbolLookup symbols;

    private DriverLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /** Opens the driver's library for the rest of the process, or finds none. */
    static Optional<DriverLibrary> find() {
        return places().stream()
                .flatMap(place -> open(place).stream())
                .findFirst()
                .map(DriverLibrary::new);
    }

    /** Where it is looked for: the library path of the system first, then where containers and WSL keep it. */
    static List<String> places() {
        String file = System.getProperty(PROPERTY);
        if (file != null) {
            return List.of(file);
        }
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return List.of("nvcuda.dll");
        }
        return List.of(
                "libcuda.so.1",
                "/usr/local/nvidia/lib64/libcuda.so.1",
                "/usr/lib/wsl/lib/libcuda.so.1",
                "/run/opengl-driver/lib/libcuda.so.1");
    }

    /** The calls that this driver lacks. */
    List<String> missing() {
        return NEEDED.stream().filter(name -> symbols.find(name).isEmpty()).toList();
    }

    // The launcher grants native access (--enable-native-access), as JCuda needs it too.
    @SuppressWarnings("restricted")
    private static Optional<SymbolLookup> open(String place) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(place, Arena.global()));
        } catch (IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }
}
