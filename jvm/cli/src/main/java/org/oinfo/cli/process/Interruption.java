package org.oinfo.cli.process;

import java.util.concurrent.CountDownLatch;
import org.oinfo.data.PendingFile;

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
    private volatile boolean signalled;
    private volatile int code;

    /** From now on a signal is noticed. */
    public void install() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop();
                            end();
                        },
                        "oinfo-interruption"));
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

    /** The first half of what the hook does: asks the command to stop, and waits until it has printed what it has. */
    public void stop() {
        if (!armed || finished.getCount() == 0) {
            // Java removes pending files next, and does not wait for the thread that may begin one.
            PendingFile.noMore();
            return;
        }
        requested = true;
        try {
            finished.await();
            signalled = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The second half: ends the process with the code of the command that was stopped. */
    public void end() {
        if (signalled) {
            Runtime.getRuntime().halt(code);
        }
    }
}
