package org.oinfo.cuda.driver;

import static jcuda.driver.CUstream_flags.CU_STREAM_NON_BLOCKING;

import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** A queue of copies and launches: done one after the other, beside what other streams do. Belongs to one thread at a time. */
public final class CudaStream extends Handle {
    private final CudaContext context;
    private final CUstream stream;

    private CudaStream(CudaContext context, CUstream stream) {
        super(context.holding(() -> Result.check(JCudaDriver.cuStreamDestroy(stream), "cuStreamDestroy")));
        this.context = context;
        this.stream = stream;
    }

    static CudaStream create(CudaContext context) {
        context.use();
        CUstream stream = new CUstream();
        Result.check(JCudaDriver.cuStreamCreate(stream, CU_STREAM_NON_BLOCKING), "cuStreamCreate");
        return new CudaStream(context, stream);
    }

    /** Appends a copy of the first bytes of host memory to the beginning of device memory; neither may change meanwhile. */
    public void copy(HostMemory from, DeviceMemory to, long bytes) {
        from.checkSize(bytes);
        to.checkSize(bytes);
        context.use();
        Result.check(
                JCudaDriver.cuMemcpyHtoDAsync(to.handle(), from.pointer(), bytes, stream),
                "cuMemcpyHtoDAsync",
                "bytes",
                bytes);
    }

    /** Appends a copy of the first bytes of device memory to the beginning of host memory. */
    public void copy(DeviceMemory from, HostMemory to, long bytes) {
        from.checkSize(bytes);
        to.checkSize(bytes);
        context.use();
        Result.check(
                JCudaDriver.cuMemcpyDtoHAsync(to.pointer(), from.handle(), bytes, stream),
                "cuMemcpyDtoHAsync",
                "bytes",
                bytes);
    }

    /** Appends zeroing all of some device memory, whose size must be a multiple of four bytes. */
    public void zero(DeviceMemory memory) {
        context.use();
        Result.check(
                JCudaDriver.cuMemsetD32Async(memory.handle(), 0, memory.bytes() / Integer.BYTES, stream),
                "cuMemsetD32Async",
                "bytes",
                memory.bytes());
    }

    /** Sleeps until everything in the stream is done; a kernel that failed is reported here. */
    public void await() {
        context.use();
        Result.check(JCudaDriver.cuStreamSynchronize(stream), "cuStreamSynchronize");
    }

    CUstream handle() {
        return stream;
    }
}
