package org.oinfo.cli.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.typed.OptionGroup;
import picocli.CommandLine.Option;

/** Options about what is printed, and where. */
@OptionGroup(OptionGroup.RESULT)
public final class OutputOptions extends FormatOptions {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write the result to FILE, which appears only when it is complete (default: standard output)")
    private @Nullable String out;

    @Override
    public OutputFile open(List<String> inputs, Streams streams) {
        return OutputFile.open(out, inputs, streams.out());
    }

    @Override
    public @Nullable String file() {
        return out;
    }
}
