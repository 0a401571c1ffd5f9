package org.oinfo.jit;

/**
 * Tells whether the loops of one kernel are slow for good. Code that is not compiled yet and code that was compiled badly allocate an
 * object for each operation on a vector; compiled well, nothing. Not compiled yet, they allocate less with each method that is
 * compiled; compiled badly, always the same.
 *
 * <p>Belongs to one thread.
 */
final class BoxedLoops {
    /** An object a vector is at least 10 bytes an n-plet at any lane width; a landscape's own work is below 1. */
    private static final double BYTES = 5;
    /** Processor time of the thread that is looked at together: longer than the compiler takes for one method. */
    private static final long WINDOW = 1_000_000_000;
    /** Windows one after another that allocate the same, within {@link #SAME}. */
    private static final int WINDOWS = 4;

    private static final double SAME = 0.1;

    private final Meter meter;
    private long bytesBefore;
    private long nanosBefore;
    /** Of this window: bytes allocated, processor time, n-plets. */
    private long bytes;

    private long nanos;
    private long nplets;
    /** Windows until now that were alike, and bytes an n-plet of the last. */
    private int windows;

    private double each;

    BoxedLoops(Meter meter) {
        this.meter = meter;
    }

    /** Work begins. */
    void begin() {
        bytesBefore = meter.bytes();
        nanosBefore = meter.nanos();
    }

    /** So many n-plets were scored since; returns whether the loops are boxed for good. */
    boolean end(long scored) {
        nanos += meter.nanos() - nanosBefore;
        bytes += meter.bytes() - bytesBefore;
        nplets += scored;
        return nanos >= WINDOW && boxed();
    }

    /** The same, at the end of a window. */
    private boolean boxed() {
        double now = (double) bytes / nplets;
        boolean same = Math.abs(now - each) <= SAME * each;
        windows = now <= BYTES ? 0 : same ? windows + 1 : 1;
        each = now;
        bytes = 0;
        nanos = 0;
        nplets = 0;
        return windows >= WINDOWS;
    }
}
