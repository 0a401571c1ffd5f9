package org.oinfo.cli.input;

import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.Option;

/** Windows of a series, for commands that give a result for each. */
public final class WindowOptions {
    @Option(
            names = "--window",
            paramLabel = "W",
            description =
                    "a result for each window of W successive rows, written when it is finished: a row of its mean and"
                            + " extremes in csv and table, the whole landscape in json")
    private @Nullable Integer window;

    @Option(
            names = "--step",
            paramLabel = "S",
            description =
                    "with --window: rows from the beginning of a window to that of the next (default: W, no overlap)")
    private @Nullable Integer step;

    /** Whether windows are asked for; refuses a step without them. */
    public boolean given() {
        if (window == null && step != null) {
            throw new BadInputException("--step goes with --window only: found --step " + step
                    + "; say how long a window is, or leave it out");
        }
        if (step != null && step < 1) {
            throw new BadInputException("--step must be at least 1: found " + step);
        }
        return window != null;
    }

    /** Number of rows of a window; only where they are {@link #given}. */
    public int length() {
        if (window == null) {
            throw new IllegalStateException("no windows are asked for");
        }
        return window;
    }

    /** Rows from window to window; only where they are {@link #given}. */
    public int step() {
        return step == null ? length() : step;
    }

    /** Refuses windows that the samples do not have. */
    void requireWithin(int samples) {
        if (length() < 3 || length() > samples) {
            throw new BadInputException("--window must be 3 to the number of rows: found --window " + length() + " for "
                    + samples + " rows; choose another length");
        }
    }
}
