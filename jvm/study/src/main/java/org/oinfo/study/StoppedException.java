package org.oinfo.study;

/** The user stopped the study; what was finished before is saved. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Work was stopped. */
    public StoppedException() {
        super("stopped");
    }
}
