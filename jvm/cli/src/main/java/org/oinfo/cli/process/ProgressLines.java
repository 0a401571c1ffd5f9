package org.oinfo.cli.process;

import java.util.function.Consumer;
import org.oinfo.ScanResult;
import org.oinfo.parallel.Keeper;

/** The progress of one command, a line for each part of its work. */
public final class ProgressLines {
    private final Streams streams;
    private final boolean quiet;
    private final Consumer<ScanResult> finished;
    private final Keeper keeper;

    public ProgressLines(Streams streams, boolean quiet) {
        this(streams, quiet, result -> {});
    }

    /**
     * The same, for an output that does not wait for the end.
     *
     * @param finished takes what is found at an order as soon as that is known
     */
    public ProgressLines(Streams streams, boolean quiet, Consumer<ScanResult> finished) {
        this(streams, quiet, finished, Keeper.NONE);
    }

    private ProgressLines(Streams streams, boolean quiet, Consumer<ScanResult> finished, Keeper keeper) {
        this.streams = streams;
        this.quiet = quiet;
        this.finished = finished;
        this.keeper = keeper;
    }

    /** The same, of work that keeps what is finished. */
    public ProgressLines keeping(Keeper where) {
        return new ProgressLines(streams, quiet, finished, where);
    }

    /** An order is finished. */
    public void finished(ScanResult result) {
        finished.accept(result);
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
