package org.oinfo.cli.process;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C and the termination signal during a scan: what is finished is still printed, then the process ends.
 *
 * <p>A signal makes the virtual machine run its shutdown hooks while all other threads go on. The hook raises a flag that the
 * scan looks at, waits until the command has printed what it has, and ends the process with the command's exit code. Outside
 * of a scan there is nothing to print, and the process ends at once.
 */
public final class Interruption {
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean armed;
    private volatile boolean requested;
    private volatile int code;

    /** From now on a signal is noticed. */
    public void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "oinfo-interruption"));
    }

    /** From now on there is something to print when a signal comes. */
    public void arm() {
        armed = true;
    }

    /** The user wants to stop, and says so by other means than a signal. */
    public void request() {
        requested = true;
    }

    /** Whether the user wants to stop. */
    public boolean requested() {
        return requested;
    }

    /** The command has ended. */
    public void finish(int exitCode) {
        code = exitCode;
        finished.countDown();
    }

    private void stop() {
        if (!armed || finished.getCount() == 0) {
            return;
        }
        requested = true;
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }
}
