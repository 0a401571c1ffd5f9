package org.oinfo.cli.input;

import org.oinfo.OInformationOptions;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.Option;

/** Options about what the computation runs on. */
public final class RunOptions {
    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description =
                    "auto, scalar, or another backend that `oinfo info` lists (default: ${DEFAULT-VALUE}, the best available)")
    private String backend = OInformationOptions.defaults().backend();

    @Option(names = "--threads", paramLabel = "n", description = "number of threads (default: all processors)")
    private int threads = OInformationOptions.defaults().threads();

    public String backend() {
        return backend;
    }

    public int threads() {
        if (threads < 1) {
            throw new BadInputException("--threads must be at least 1: found " + threads);
        }
        return threads;
    }
}
