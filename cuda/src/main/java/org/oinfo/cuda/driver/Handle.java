package org.oinfo.cuda.driver;

import java.lang.ref.Cleaner;

/**
 * Something of the driver's that has to be given back: by {@link #close}, or else when it is collected.
 *
 * <p>What gives it back holds on to the context it belongs to, so that a context outlives what was made in it, and never to the
 * handle itself. The device works behind the collector's back: whoever started work keeps the handles it needs reachable until
 * that is done, by closing them afterwards or by {@link java.lang.ref.Reference#reachabilityFence}.
 */
abstract class Handle implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Cleaner.Cleanable cleanable;

    Handle(Runnable giveBack) {
        cleanable = CLEANER.register(this, giveBack);
    }

    /** Gives the resource back; once is enough, again does nothing. The handle must not be used afterwards. */
    @Override
    public final void close() {
        cleanable.clean();
    }
}
