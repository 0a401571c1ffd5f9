package org.oinfo.cli.input;

import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.Option;

/** Options about what the computation runs on. */
public final class RunOptions {
    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = "auto",
            description =
                    "auto, scalar, or another backend that `oinfo info` lists (default: auto, the best available)")
    private String backend = "auto";

    @Option(names = "--threads", paramLabel = "n", description = "number of threads (default: all processors)")
    private @Nullable Integer threads;

    public String backend() {
        return backend;
    }

    public int threads() {
        int n = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (n < 1) {
            throw new BadInputException("--threads must be at least 1: found " + n);
        }
        return n;
    }
}
