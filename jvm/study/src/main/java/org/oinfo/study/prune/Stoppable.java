package org.oinfo.study.prune;

import org.oinfo.search.ScanMonitor;

/** Passes the wish to stop on, but not the progress, which a search counts in n-plets. */
record Stoppable(ScanMonitor monitor) implements ScanMonitor {
    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }
}
