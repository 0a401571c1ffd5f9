package org.oinfo.cuda.driver;

import java.nio.ByteBuffer;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/**
 * Memory on a device. Not thread-safe: whoever copies or launches keeps the order.
 *
 * <p>Copies to and from arrays are for what is copied once: they wait until they are done. What is copied again and again goes
 * through {@link HostMemory} and a {@link CudaStream}.
 */
public final class DeviceMemory extends Handle {
    /** JCuda keeps addresses to itself and to what extends it. */
    private static final class Address extends CUdeviceptr {
        long value() {
            return getNativePointer();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(value());
        }
    }

    /** Enough for the cleaner, which frees memory after the collection. */
    private static final long COLLECTION_MS = 20;

    private final CudaContext context;
    private final Address address;
    private final long bytes;

    private DeviceMemory(CudaContext context, Address address, long bytes) {
        super(context.holding(() -> Result.check(JCudaDriver.cuMemFree(address), "cuMemFree", "bytes", bytes)));
        this.context = context;
        this.address = address;
        this.bytes = bytes;
    }

    static DeviceMemory allocate(CudaContext context, long bytes) {
        context.use();
        Address address = new Address();
        int code = JCudaDriver.cuMemAlloc(address, bytes);
        if (code == CudaException.OUT_OF_MEMORY) {
            collect();
            code = JCudaDriver.cuMemAlloc(address, bytes);
        }
        Result.check(code, "cuMemAlloc", "bytes", bytes);
        return new DeviceMemory(context, address, bytes);
    }

    /** Where it begins, as kernels see it: for structs that hold pointers. */
    public long address() {
        return address.value();
    }

    /** Its size in bytes. */
    public long bytes() {
        return bytes;
    }

    /** Copies an array to the beginning of this memory. */
    public void write(double[] from) {
        write(Pointer.to(from), (long) from.length * Double.BYTES);
    }

    /** Copies an array to the beginning of this memory. */
    public void write(long[] from) {
        write(Pointer.to(from), (long) from.length * Long.BYTES);
    }

    /** Copies an array to the beginning of this memory. */
    public void write(int[] from) {
        write(Pointer.to(from), (long) from.length * Integer.BYTES);
    }

    /** Fills an array from the beginning of this memory; the kernels that wrote it must have been waited for. */
    public void read(double[] into) {
        read(Pointer.to(into), (long) into.length * Double.BYTES);
    }

    /** Fills an array from the beginning of this memory; the kernels that wrote it must have been waited for. */
    public void read(long[] into) {
        read(Pointer.to(into), (long) into.length * Long.BYTES);
    }

    /** Fills an array from the beginning of this memory; the kernels that wrote it must have been waited for. */
    public void read(int[] into) {
        read(Pointer.to(into), (long) into.length * Integer.BYTES);
    }

    /** Fills a buffer from its position to its limit; the kernels that wrote the memory must have been waited for. */
    public void read(ByteBuffer into) {
        read(Pointer.to(into).withByteOffset(into.position()), into.remaining());
    }

    /** The collector does not see how large this memory is: what nobody holds any more may only wait to be collected. */
    private static void collect() {
        System.gc();
        try {
            Thread.sleep(COLLECTION_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    CUdeviceptr handle() {
        return address;
    }

    /** Refuses what would run over the end. */
    void checkSize(long wanted) {
        if (wanted < 0 || wanted > bytes) {
            throw new IllegalArgumentException(
                    "a copy must fit into the device memory: bytes=" + wanted + ", device memory=" + bytes);
        }
    }

    private void write(Pointer from, long wanted) {
        checkSize(wanted);
        if (wanted > 0) {
            context.use();
            Result.check(JCudaDriver.cuMemcpyHtoD(address, from, wanted), "cuMemcpyHtoD", "bytes", wanted);
            // The call returns when the source has been read; streams that do not wait for others could still be too
            // early.
            Result.check(JCudaDriver.cuStreamSynchronize(new CUstream()), "cuStreamSynchronize", "bytes", wanted);
        }
    }

    private void read(Pointer into, long wanted) {
        checkSize(wanted);
        if (wanted > 0) {
            context.use();
            Result.check(JCudaDriver.cuMemcpyDtoH(into, address, wanted), "cuMemcpyDtoH", "bytes", wanted);
        }
    }
}
