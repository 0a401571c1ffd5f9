package org.oinfo.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts the command line in a process of its own. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        interruption.install();
        Streams streams = new Streams(
                System.in,
                // Not System.out: it swallows the error that says that nobody reads any more.
                new PipedOutput(new FileOutputStream(FileDescriptor.out)),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                errorIsTerminal(),
                interruption);
        int code = Oinfo.run(args, streams);
        interruption.finish(code);
        System.exit(code);
    }

    /** The launcher knows; without it the console of the process is asked. */
    private static boolean errorIsTerminal() {
        String told = System.getProperty("oinfo.stderr.terminal");
        return told == null
                ? System.console() != null && System.console().isTerminal()
                : Boolean.parseBoolean(told);
    }
}
