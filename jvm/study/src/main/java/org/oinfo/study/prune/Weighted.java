package org.oinfo.study.prune;

import org.oinfo.search.ScanMonitor;

/** Passes the wish to stop on, and every step of the progress as so many. */
record Weighted(ScanMonitor monitor, long weight) implements ScanMonitor {
    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }

    @Override
    public void advanced(int order, long units) {
        monitor.advanced(order, units * weight);
    }
}
