package org.oinfo.cuda.driver;

import java.lang.ref.Cleaner;

/**
 * Something of the driver's that has to be given back: by {@link #close}, or else when it is collected.
 *
 * <p>What gives it back never holds on to the handle itself. The device works behind the collector's back: whoever started work keeps the handles it needs reachable until
 * that is done, by closing them afterwards or by {@link java.lang.ref.Reference#reachabilityFence}.
 */
abstract class Handle implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Cleaner.Cleanable cleanable;
    private volatile boolean closed;

    Handle(Runnable giveBack) {
        cleanable = CLEANER.register(this, giveBack);
    }

    /** Gives the resource back; once is enough, again does nothing. The handle must not be used afterwards. */
    @Override
    public final void close() {
        closed = true;
        cleanable.clean();
    }

    boolean closed() {
        return closed;
    }
}
