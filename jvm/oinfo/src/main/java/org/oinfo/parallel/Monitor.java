package org.oinfo.parallel;

/**
 * Watches long work and may stop it: {@code progress -> !cancelled}.
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
}
