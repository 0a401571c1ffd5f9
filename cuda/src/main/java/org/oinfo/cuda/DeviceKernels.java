package org.oinfo.cuda;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.oinfo.cuda.driver.CudaContext;
import org.oinfo.cuda.driver.CudaDevice;
import org.oinfo.cuda.driver.CudaFunction;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * One device with the kernels on it and the matrices they work on. The context is opened when something is first
 * asked for, and a kernel is compiled when it is, so that a device that nobody uses costs nothing. Thread-safe.
 */
final class DeviceKernels {
    private final KernelImage image;
    private final CudaDevice device;
    private final Map<String, CudaFunction> functions = new HashMap<>();
    /** One copy of a matrix for all kernels that work on it, for as long as somebody holds the matrix. */
    private final Map<CorrelationMatrix, DeviceMemory> matrices = new WeakHashMap<>();

    private @Nullable CudaContext context;

    DeviceKernels(KernelImage image, CudaDevice device) {
        this.image = image;
        this.device = device;
    }

    /** The device itself. */
    CudaDevice device() {
        return device;
    }

    /** Its context, for memory and streams. */
    synchronized CudaContext context() {
        CudaContext opened = context;
        if (opened == null) {
            opened = CudaContext.open(device);
            context = opened;
        }
        return opened;
    }

    /** A kernel by its name in the PTX; the first time it is compiled, which takes up to a second. */
    synchronized CudaFunction function(String name) {
        return functions.computeIfAbsent(name, this::compile);
    }

    /** R [N*N] row-major on the device, read only. */
    synchronized DeviceMemory matrix(CorrelationMatrix r) {
        return matrices.computeIfAbsent(r, this::upload);
    }

    private CudaFunction compile(String name) {
        return context().load(image.kernel(name)).function(name);
    }

    private DeviceMemory upload(CorrelationMatrix r) {
        DeviceMemory memory = context().allocate((long) r.array().length * Double.BYTES);
        memory.write(r.array());
        return memory;
    }
}
