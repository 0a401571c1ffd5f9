package org.oinfo.cli.process;

/** Exit codes, a stable contract with scripts. */
public final class ExitCode {
    /** The work is done. */
    public static final int DONE = 0;
    /** Anything that no other code says. */
    public static final int FAILED = 1;
    /** The command line or the input is wrong. */
    public static final int BAD_INPUT = 2;
    /** A known backend, or a form of picture, is not available here. */
    public static final int BACKEND_UNAVAILABLE = 3;
    /** Interrupted: what was finished has been printed. */
    public static final int INTERRUPTED = 4;

    /** For the launcher alone: nothing was done, and java is to be started again with the vector module. */
    public static final int NEEDS_VECTORS = 75;

    private ExitCode() {}
}
