package org.oinfo.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Failures;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.PipedOutput;
import org.oinfo.cli.process.Spelling;
import org.oinfo.cli.process.Streams;

/** Starts the command line in a process of its own. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        interruption.install();
        run(args, interruption, () -> {});
    }

    /**
     * Runs one command in a process of its own, and exits with its code.
     *
     * @param interruption is told of signals
     * @param end runs when the result is out
     */
    public static void run(String[] args, Interruption interruption, Runnable end) {
        Streams streams = new Streams(
                System.in,
                // Not System.out: it swallows the error that says that nobody reads any more.
                new PipedOutput(new FileOutputStream(FileDescriptor.out), "standard output"),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                // The launcher can tell whether standard error is a terminal; Java cannot.
                Boolean.getBoolean("oinfo.stderr.terminal"),
                interruption);
        int code = ExitCode.FAILED;
        try {
            String lost = Spelling.lostArgument(args);
            code = lost == null ? Oinfo.run(args, streams) : new Failures(streams).badInput(lost);
        } finally {
            end.run();
            // Even after an error: the shutdown hook waits for this.
            interruption.finish(code);
        }
        System.exit(code);
    }
}
