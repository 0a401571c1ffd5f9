package org.oinfo.cli.worker;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import picocli.CommandLine.Command;

/** {@code oinfo worker}: stays, and takes calls. */
@Command(
        name = "worker",
        description = {
            "Stays, for programs: takes calls of the other commands on standard input and answers on standard output, one message of"
                    + " JSON-RPC 2.0 a line, until its input ends.",
            ""
        },
        footer = {
            "",
            "A call's method is the name of a command, its parameters are the options without dashes, and data:",
            "  {\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"scan\", \"params\": {\"data\": \"x.npy\", \"order\": \"3..4\"}}",
            "The answer is what --format json prints. The page docs/worker.md has all messages, and cancelling."
        })
public final class WorkerCommand implements Callable<Integer> {
    private final Streams streams;
    private final CommandTable commands;

    /** A worker that serves these commands. */
    public WorkerCommand(Streams streams, CommandTable commands) {
        this.streams = streams;
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException {
        new Session(streams.in(), new Outbox(streams.out()), commands).run();
        return ExitCode.DONE;
    }
}
