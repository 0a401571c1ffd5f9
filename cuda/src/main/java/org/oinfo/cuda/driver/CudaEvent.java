package org.oinfo.cuda.driver;

import static jcuda.driver.CUevent_flags.CU_EVENT_DEFAULT;

import jcuda.driver.CUevent;
import jcuda.driver.JCudaDriver;

/** A point in a stream; the device notes the time at which it comes past. Belongs to one thread at a time. */
public final class CudaEvent extends Handle {
    private static final double MILLISECOND = 1e-3;

    private final CudaContext context;
    private final CUevent event;

    private CudaEvent(CudaContext context, CUevent event) {
        super(context.holding(() -> Result.check(JCudaDriver.cuEventDestroy(event), "cuEventDestroy")));
        this.context = context;
        this.event = event;
    }

    static CudaEvent create(CudaContext context) {
        context.use();
        CUevent event = new CUevent();
        Result.check(JCudaDriver.cuEventCreate(event, CU_EVENT_DEFAULT), "cuEventCreate");
        return new CudaEvent(context, event);
    }

    /** Puts this event at the end of a stream of the same context. */
    public void record(CudaStream stream) {
        context.use();
        Result.check(JCudaDriver.cuEventRecord(event, stream.handle()), "cuEventRecord");
    }

    /**
     * Seconds of the device from this event to a later one, resolved to about half a microsecond.
     *
     * @throws CudaException the device has not come to the later one yet: await its stream before
     */
    public double secondsTo(CudaEvent later) {
        context.use();
        float[] milliseconds = new float[1];
        Result.check(JCudaDriver.cuEventElapsedTime(milliseconds, event, later.event), "cuEventElapsedTime");
        return milliseconds[0] * MILLISECOND;
    }
}
