package org.oinfo.cli.process;

/** The progress of one command, a line for each part of its work. */
public final class ProgressLines {
    private final Streams streams;
    private final boolean quiet;

    public ProgressLines(Streams streams, boolean quiet) {
        this.streams = streams;
        this.quiet = quiet;
    }

    /**
     * Begins a line, which the caller closes.
     *
     * @param name of the part
     * @param total units of all orders and runs together; -1 when nobody knows
     */
    public ProgressLine begin(String name, long total) {
        return new ProgressLine(streams, quiet, name, total);
    }
}
