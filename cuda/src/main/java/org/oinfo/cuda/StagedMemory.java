package org.oinfo.cuda;

import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;
import org.oinfo.cuda.driver.CudaContext;
import org.oinfo.cuda.driver.CudaStream;
import org.oinfo.cuda.driver.DeviceMemory;
import org.oinfo.cuda.driver.HostMemory;

/** Memory of the same size on both sides, for what goes over again and again; grows when more is asked for. */
final class StagedMemory implements AutoCloseable {
    /** One piece of it: the buffers are views of the host's side. */
    private record Piece(HostMemory host, DeviceMemory device, IntBuffer ints, DoubleBuffer doubles) {
        static Piece allocate(CudaContext context, int bytes) {
            DeviceMemory device = context.allocate(bytes);
            try {
                HostMemory host = context.allocateHost(bytes);
                return new Piece(
                        host, device, host.buffer().asIntBuffer(), host.buffer().asDoubleBuffer());
            } catch (RuntimeException e) {
                device.close();
                throw e;
            }
        }

        void close() {
            host.close();
            device.close();
        }
    }

    /** Small batches are common, and each doubling copies nothing. */
    private static final int SMALLEST = 4096;

    private final CudaContext context;
    private @Nullable Piece piece;

    StagedMemory(CudaContext context) {
        this.context = context;
    }

    /**
     * Makes room for at least this many bytes; what was there is lost.
     *
     * @throws org.oinfo.cuda.driver.CudaException among others when memory has run out; less may still be there
     */
    void reserve(int bytes) {
        if (piece != null && piece.device().bytes() >= bytes) {
            return;
        }
        close();
        piece = Piece.allocate(context, Math.max(SMALLEST, powerOfTwo(bytes)));
    }

    /** The device's side. */
    DeviceMemory device() {
        return reserved().device();
    }

    /** The host's side as 32-bit integers. */
    IntBuffer ints() {
        return reserved().ints();
    }

    /** The host's side as doubles. */
    DoubleBuffer doubles() {
        return reserved().doubles();
    }

    /** Appends a copy of the first bytes to the device. */
    void send(CudaStream stream, long bytes) {
        stream.copy(reserved().host(), reserved().device(), bytes);
    }

    /** Appends a copy of the first bytes to the host. */
    void fetch(CudaStream stream, long bytes) {
        stream.copy(reserved().device(), reserved().host(), bytes);
    }

    /** Gives the memory back; there is room again after {@link #reserve}. */
    @Override
    public void close() {
        Piece old = piece;
        piece = null;
        if (old != null) {
            old.close();
        }
    }

    private Piece reserved() {
        Piece there = piece;
        if (there == null) {
            throw new IllegalStateException("room must be reserved before it is used");
        }
        return there;
    }

    private static int powerOfTwo(int atLeast) {
        int power = Integer.highestOneBit(atLeast);
        return power == atLeast ? power : 2 * power;
    }
}
