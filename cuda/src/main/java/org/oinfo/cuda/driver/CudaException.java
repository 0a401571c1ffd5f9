package org.oinfo.cuda.driver;

import java.io.Serial;
import org.oinfo.kernels.BackendFailedException;

/** A call of the CUDA driver failed. */
public final class CudaException extends BackendFailedException {
    /** The device has no memory left for what was asked. */
    public static final int OUT_OF_MEMORY = 2;

    /** The driver found no device. */
    public static final int NO_DEVICE = 100;

    @Serial
    private static final long serialVersionUID = 1;

    private final String call;
    private final int code;

    CudaException(String call, int code, String description, String asked) {
        super(call + " failed: " + code + " " + description + (asked.isEmpty() ? "" : ": " + asked));
        this.call = call;
        this.code = code;
    }

    /** The driver's function, such as {@code cuMemAlloc}. */
    public String call() {
        return call;
    }

    /** The driver's result, a {@code CUresult}. */
    public int code() {
        return code;
    }

    /** Whether asking for less could succeed. */
    public boolean outOfMemory() {
        return code == OUT_OF_MEMORY;
    }
}
