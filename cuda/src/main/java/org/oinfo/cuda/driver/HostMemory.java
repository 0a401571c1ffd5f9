package org.oinfo.cuda.driver;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/** Page-locked memory of the host: copies from and to it run beside everything else. Belongs to one thread at a time. */
public final class HostMemory extends Handle {
    private final Pointer pointer;
    private final ByteBuffer buffer;

    private HostMemory(CudaContext context, Pointer pointer, int bytes) {
        super(context.holding(() -> Result.check(JCudaDriver.cuMemFreeHost(pointer), "cuMemFreeHost", "bytes", bytes)));
        this.pointer = pointer;
        this.buffer = pointer.getByteBuffer(0, bytes).order(ByteOrder.nativeOrder());
    }

    static HostMemory allocate(CudaContext context, int bytes) {
        context.use();
        Pointer pointer = new Pointer();
        Result.check(JCudaDriver.cuMemHostAlloc(pointer, bytes, 0), "cuMemHostAlloc", "bytes", bytes);
        return new HostMemory(context, pointer, bytes);
    }

    /** The memory itself, in the machine's byte order; dead once this is closed. */
    public ByteBuffer buffer() {
        return buffer;
    }

    Pointer pointer() {
        return pointer;
    }

    /** Refuses what would run over the end. */
    void checkSize(long wanted) {
        if (wanted < 0 || wanted > buffer.capacity()) {
            throw new IllegalArgumentException(
                    "a copy must fit into the host memory: bytes=" + wanted + ", host memory=" + buffer.capacity());
        }
    }
}
