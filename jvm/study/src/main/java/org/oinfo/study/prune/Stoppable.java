package org.oinfo.study.prune;

import org.oinfo.parallel.Monitor;

/** Passes the wish to stop on, but not the progress, which a search counts in n-plets. */
record Stoppable(Monitor monitor) implements Monitor {
    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }
}
