package org.oinfo.spread;

import org.oinfo.parallel.Monitor;
import org.oinfo.parallel.Progress;

/** Remembers whether another monitor said no. */
public final class Stopped implements Monitor {
    private final Monitor monitor;
    private volatile boolean stopped;

    /** Asks a monitor. */
    public Stopped(Monitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public boolean goOn(Progress progress) {
        boolean on = monitor.goOn(progress);
        stopped |= !on;
        return on;
    }

    /** Whether what it watched was stopped, by the monitor or by an interruption of this thread. */
    public boolean stopped() {
        return stopped || Thread.currentThread().isInterrupted();
    }
}
