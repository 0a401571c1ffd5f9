package org.oinfo.cli;

/** Exit codes, a stable contract with scripts. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    /** The command line or the input is wrong. */
    static final int BAD_INPUT = 2;
    /** A known backend is not available here. */
    static final int BACKEND_UNAVAILABLE = 3;
    /** Interrupted: what was finished has been printed. */
    static final int INTERRUPTED = 4;

    private ExitCode() {}
}
