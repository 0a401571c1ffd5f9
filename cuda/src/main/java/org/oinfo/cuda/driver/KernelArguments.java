package org.oinfo.cuda.driver;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import jcuda.NativePointerObject;
import jcuda.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a kernel in their order. Made once, changed between launches by {@link #set} without allocating anything.
 * Belongs to one thread at a time.
 */
public final class KernelArguments {
    /** Most bytes that the driver passes to a kernel, each argument rounded up to {@link #ALIGNMENT}. */
    private static final int CAPACITY = 4096;

    private static final int ALIGNMENT = 16;

    private final ByteBuffer values = ByteBuffer.allocateDirect(CAPACITY).order(ByteOrder.nativeOrder());
    private final Pointer base = Pointer.to(values);
    private final List<Integer> offsets = new ArrayList<>();
    private @Nullable Pointer pointers;

    /** Appends a pointer to the beginning of device memory. */
    public KernelArguments add(DeviceMemory memory) {
        return add(memory.address());
    }

    /** Appends a 64-bit integer, or a pointer given by its address. */
    public KernelArguments add(long value) {
        values.putLong(append(Long.BYTES), value);
        return this;
    }

    /** Appends a 32-bit integer. */
    public KernelArguments add(int value) {
        values.putInt(append(Integer.BYTES), value);
        return this;
    }

    /** Appends a double. */
    public KernelArguments add(double value) {
        values.putDouble(append(Double.BYTES), value);
        return this;
    }

    /** Appends a struct by value: the bytes between position and limit, laid out as the kernel declares them. */
    public KernelArguments add(ByteBuffer struct) {
        values.put(append(struct.remaining()), struct, struct.position(), struct.remaining());
        return this;
    }

    /** Changes the argument at a 0-based position to another pointer. */
    public void set(int position, DeviceMemory memory) {
        set(position, memory.address());
    }

    /** Changes the 64-bit argument at a 0-based position. */
    public void set(int position, long value) {
        values.putLong(offsets.get(position), value);
    }

    /** Changes the 32-bit argument at a 0-based position. */
    public void set(int position, int value) {
        values.putInt(offsets.get(position), value);
    }

    /** Changes the double at a 0-based position. */
    public void set(int position, double value) {
        values.putDouble(offsets.get(position), value);
    }

    /** Changes the struct at a 0-based position to one of the same size. */
    public void set(int position, ByteBuffer struct) {
        values.put(offsets.get(position), struct, struct.position(), struct.remaining());
    }

    /** A pointer to an array of pointers to the values. */
    Pointer pointers() {
        Pointer made = pointers;
        if (made == null) {
            made = Pointer.to(offsets.stream().map(base::withByteOffset).toArray(NativePointerObject[]::new));
            pointers = made;
        }
        return made;
    }

    private int append(int bytes) {
        int offset = values.position();
        int next = offset + (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (next > CAPACITY) {
            throw new IllegalArgumentException(
                    "the arguments of a kernel must fit into " + CAPACITY + " bytes: bytes=" + next);
        }
        values.position(next);
        offsets.add(offset);
        pointers = null;
        return offset;
    }
}
