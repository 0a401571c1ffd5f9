package org.oinfo.cuda.driver;

import static jcuda.driver.CUctx_flags.CU_CTX_SCHED_BLOCKING_SYNC;

import java.util.concurrent.atomic.AtomicInteger;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;

/**
 * A device's primary context: its modules, memory and streams, shared by all threads. Thread-safe.
 *
 * <p>A thread that waits for the device sleeps instead of spinning. What was made in a context may be closed before or after
 * it: the device is let go with the last of them.
 */
public final class CudaContext extends Handle {
    /** The driver's context and the number of handles that need it. */
    private record Primary(CudaDevice device, CUcontext context, AtomicInteger holders) {
        void use() {
            Result.check(JCudaDriver.cuCtxSetCurrent(context), "cuCtxSetCurrent", "device", device.ordinal());
        }

        void drop() {
            if (holders.decrementAndGet() == 0) {
                Result.check(
                        JCudaDriver.cuDevicePrimaryCtxRelease(CudaDevice.handle(device.ordinal())),
                        "cuDevicePrimaryCtxRelease",
                        "device",
                        device.ordinal());
            }
        }
    }

    private final Primary primary;

    private CudaContext(Primary primary) {
        super(primary::drop);
        this.primary = primary;
    }

    /** Opens the context of a device; costs a few hundred milliseconds the first time in a process. */
    public static CudaContext open(CudaDevice device) {
        CUdevice handle = CudaDevice.handle(device.ordinal());
        Result.check(
                JCudaDriver.cuDevicePrimaryCtxSetFlags(handle, CU_CTX_SCHED_BLOCKING_SYNC),
                "cuDevicePrimaryCtxSetFlags",
                "device",
                device.ordinal());
        CUcontext context = new CUcontext();
        Result.check(
                JCudaDriver.cuDevicePrimaryCtxRetain(context, handle),
                "cuDevicePrimaryCtxRetain",
                device + ", device=" + device.ordinal());
        return new CudaContext(new Primary(device, context, new AtomicInteger(1)));
    }

    /** The device it is on. */
    public CudaDevice device() {
        return primary.device();
    }

    /** Bytes of the device's memory that nobody uses at this moment. */
    public long freeMemory() {
        use();
        long[] free = new long[1];
        long[] total = new long[1];
        Result.check(JCudaDriver.cuMemGetInfo(free, total), "cuMemGetInfo");
        return free[0];
    }

    /** Compiles PTX for the device; the driver keeps the result on disk for the next process. */
    public CudaModule load(byte[] ptx) {
        return CudaModule.load(this, ptx);
    }

    /** Memory on the device, its contents undefined. */
    public DeviceMemory allocate(long bytes) {
        return DeviceMemory.allocate(this, bytes);
    }

    /** Memory of the host that the device reads and writes by itself, its contents undefined. */
    public HostMemory allocateHost(int bytes) {
        return HostMemory.allocate(this, bytes);
    }

    /** A queue of copies and launches that does not wait for any other. */
    public CudaStream stream() {
        return CudaStream.create(this);
    }

    /** Makes this context the calling thread's, as every call that concerns it needs. */
    void use() {
        if (closed()) {
            throw new IllegalStateException("the CUDA context has been closed: " + device());
        }
        primary.use();
    }

    /** The call that gives back what was made in this context, which stays until then. */
    Runnable holding(Runnable giveBack) {
        Primary held = primary;
        held.holders().incrementAndGet();
        return () -> {
            try {
                held.use();
                giveBack.run();
            } finally {
                held.drop();
            }
        };
    }
}
