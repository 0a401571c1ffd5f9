package org.oinfo.parallel;

/**
 * Watches long work and may stop it: {@code progress -> !cancelled}. It may also say where what is finished is kept.
 *
 * <p>Called by the threads that do the work, at least once a slice (some milliseconds): implementations are thread-safe and
 * quick. Calls about one run come one at a time, and of one order's units no fewer are done than in the call before; the first
 * call about an order says that none are.
 */
@FunctionalInterface
public interface Monitor {
    /** Watches nothing and never stops. */
    Monitor NONE = progress -> true;

    /**
     * Told what is done.
     *
     * @return whether to go on; once false, nothing new is begun, and what is finished is the result
     */
    boolean goOn(Progress progress);

    /** Where the work keeps what is finished. */
    default Keeper keeper() {
        return Keeper.NONE;
    }

    /** The same, of work that keeps what is finished. */
    default Monitor keeping(Keeper keeper) {
        return keeper.equals(Keeper.NONE) ? watching() : new KeepingMonitor(watching(), keeper);
    }

    /** The same, which keeps nothing. */
    default Monitor watching() {
        return this;
    }
}
