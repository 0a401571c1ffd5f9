package org.oinfo.cli.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.process.VectorModule;
import org.oinfo.cli.process.Version;
import org.oinfo.kernels.BackendProvider;
import org.oinfo.kernels.Backends;
import picocli.CommandLine.Command;

/** {@code oinfo info}: what oinfo finds on this machine. */
@Command(
        name = "info",
        description = {
            "Prints version, Java, processors and memory, and for each backend that it is available, or every reason why not.",
            ""
        })
public final class InfoCommand implements Callable<Integer> {
    private final Streams streams;

    public InfoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        Writer out = new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8);
        out.write("oinfo       " + Version.text() + '\n');
        out.write("java        " + Runtime.version() + ", " + System.getProperty("java.vm.name") + '\n');
        out.write("system      " + System.getProperty("os.name") + ", " + System.getProperty("os.arch") + '\n');
        out.write("processors  " + runtime.availableProcessors() + '\n');
        out.write("memory      heap up to " + (runtime.maxMemory() >> 20) + " MB\n");
        out.write("backends, best first\n");
        for (BackendProvider provider : Backends.installed()) {
            List<String> reasons = provider.unavailable();
            if (VectorModule.brings(provider)) {
                out.write("  " + provider.name() + ": available (loaded when asked for: --backend simd)\n");
            } else if (reasons.isEmpty()) {
                out.write("  " + provider.name() + ": available ("
                        + provider.open().description() + ")\n");
            } else {
                out.write("  " + provider.name() + ": not available\n");
                for (String reason : reasons) {
                    out.write("    - " + reason + '\n');
                }
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}
