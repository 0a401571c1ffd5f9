package org.oinfo.cuda.driver;

import static jcuda.driver.CUctx_flags.CU_CTX_SCHED_BLOCKING_SYNC;

import java.util.concurrent.atomic.AtomicBoolean;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;

/**
 * A device's primary context: its modules, memory and streams, shared by all threads. Thread-safe.
 *
 * <p>A thread that waits for the device sleeps instead of spinning. Closing the context frees what was made in it; what is
 * closed after that does nothing.
 */
public final class CudaContext extends Handle {
    private final CudaDevice device;
    private final CUcontext context;
    private final AtomicBoolean closed;

    private CudaContext(CudaDevice device, CUcontext context, AtomicBoolean closed) {
        super(() -> release(device, closed));
        this.device = device;
        this.context = context;
        this.closed = closed;
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
        return new CudaContext(device, context, new AtomicBoolean());
    }

    /** The device it is on. */
    public CudaDevice device() {
        return device;
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
        if (closed.get()) {
            throw new IllegalStateException("the CUDA context has been closed: " + device);
        }
        Result.check(JCudaDriver.cuCtxSetCurrent(context), "cuCtxSetCurrent", "device", device.ordinal());
    }

    /** Gives back what was made in this context, unless it went with the context already. */
    void giveBack(Runnable call) {
        if (!closed.get()) {
            use();
            call.run();
        }
    }

    private static void release(CudaDevice device, AtomicBoolean closed) {
        closed.set(true);
        Result.check(
                JCudaDriver.cuDevicePrimaryCtxRelease(CudaDevice.handle(device.ordinal())),
                "cuDevicePrimaryCtxRelease",
                "device",
                device.ordinal());
    }
}
