package org.oinfo.cli.input;

import org.oinfo.OInformationOptions;
import org.oinfo.cli.typed.OptionGroup;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.Option;

/** Options about what the computation runs on. */
@OptionGroup(OptionGroup.RUN)
public final class RunOptions {
    /** More would only wait for each other, and each takes memory. */
    private static final int MOST_A_PROCESSOR = 4;

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
        return checked(threads);
    }

    /** The value of {@code --threads}; refuses one that nobody wants. */
    public static int checked(int threads) {
        if (threads < 1) {
            throw new BadInputException("--threads must be at least 1: found " + threads);
        }
        int processors = Runtime.getRuntime().availableProcessors();
        if (threads > MOST_A_PROCESSOR * processors) {
            throw new BadInputException("--threads must be at most " + MOST_A_PROCESSOR + " times the processors, "
                    + MOST_A_PROCESSOR * processors + " here: found " + threads + "; leave it out for " + processors);
        }
        return threads;
    }
}
