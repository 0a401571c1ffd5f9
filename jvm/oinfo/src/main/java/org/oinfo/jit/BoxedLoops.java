package org.oinfo.jit;

/**
 * Tells whether the loops of one kernel stay slow: code that is not compiled yet, and code that was compiled badly, allocate an object
 * for each operation on a vector; compiled well, nothing. The compiler's rest tells the first two apart.
 *
 * <p>Belongs to one thread.
 */
final class BoxedLoops {
    /** An object a vector is at least 10 bytes an n-plet at any lane width; a landscape's own work is below 1. */
    private static final double BYTES = 5;
    /** Processor time of the thread that is looked at together: longer than the compiler takes for one method. */
    private static final long WINDOW = 1_000_000_000;
    /** Share of a window that the compiler may be at work, for other code. */
    private static final double REST = 0.05;
    /** Windows one after another in which loops allocate and the compiler rests. */
    private static final int WINDOWS = 2;

    private final Meter meter;
    private long bytesBefore;
    private long nanosBefore;
    /** Of this window: bytes allocated, processor time, n-plets. */
    private long bytes;

    private long nanos;
    private long nplets;
    private long compiled;
    private int windows;

    BoxedLoops(Meter meter) {
        this.meter = meter;
        compiled = meter.compiled();
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
        if (nanos < WINDOW) {
            return false;
        }
        long now = meter.compiled();
        boolean rests = now - compiled <= REST * nanos;
        windows = rests && bytes > BYTES * nplets ? windows + 1 : 0;
        bytes = 0;
        nanos = 0;
        nplets = 0;
        compiled = now;
        return windows >= WINDOWS;
    }
}
