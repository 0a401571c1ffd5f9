package org.oinfo.cli.process;

/** Something that was asked for by name cannot be had on this machine. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message names it, the reason, and what can be had instead. */
    public UnavailableException(String message) {
        super(message);
    }
}
