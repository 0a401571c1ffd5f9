package org.oinfo.spread;

/** A cluster cannot be had, or a machine of it cannot do what is asked. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names the machine, the reason, and what to do. */
    public ClusterException(String message) {
        super(message);
    }
}
