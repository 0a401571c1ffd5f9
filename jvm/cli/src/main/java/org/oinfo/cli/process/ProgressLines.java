package org.oinfo.cli.process;

import org.oinfo.parallel.Keeper;

/** The progress of one command, a line for each part of its work. */
public final class ProgressLines {
    private final Streams streams;
    private final boolean quiet;
    private final FoundRows rows;
    private final Keeper keeper;

    public ProgressLines(Streams streams, boolean quiet) {
        this(streams, quiet, FoundRows.LATER);
    }

    /**
     * The same, for an output that does not wait for the end.
     *
     * @param rows takes what is found as soon as that is known
     */
    public ProgressLines(Streams streams, boolean quiet, FoundRows rows) {
        this(streams, quiet, rows, Keeper.NONE);
    }

    private ProgressLines(Streams streams, boolean quiet, FoundRows rows, Keeper keeper) {
        this.streams = streams;
        this.quiet = quiet;
        this.rows = rows;
        this.keeper = keeper;
    }

    /** The same, of work that keeps what is finished. */
    public ProgressLines keeping(Keeper where) {
        return new ProgressLines(streams, quiet, rows, where);
    }

    /** Who takes rows that are found before the work is done. */
    public FoundRows rows() {
        return rows;
    }

    /**
     * Begins a line, which the caller closes.
     *
     * @param name of the part
     * @param total units of all orders and runs together; -1 when nobody knows
     */
    public ProgressLine begin(String name, long total) {
        return new ProgressLine(streams, quiet, name, total, keeper);
    }
}
