package org.oinfo.study.prune;

import org.oinfo.parallel.Monitor;

/** Passes the wish to stop on, and every step of the progress as so many. */
record Weighted(Monitor monitor, long weight) implements Monitor {
    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }

    @Override
    public void advanced(int order, long units) {
        monitor.advanced(order, units * weight);
    }
}
