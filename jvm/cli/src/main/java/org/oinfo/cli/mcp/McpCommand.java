package org.oinfo.cli.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Streams;
import org.oinfo.cli.worker.CommandTable;
import org.oinfo.cli.worker.Outbox;
import org.oinfo.cli.worker.Words;
import org.oinfo.data.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code oinfo mcp}: stays, and is called by assistants. */
@Command(
        name = "mcp",
        description = {
            "Stays, for assistants: a server of the Model Context Protocol on standard input and output, whose tools are the other"
                    + " commands, until its input ends.",
            ""
        },
        footer = {
            "",
            "An assistant starts it by itself once it is registered, mostly in a file of settings like this:",
            "  {\"mcpServers\": {\"oinfo\": {\"command\": \"/path/to/oinfo\", \"args\": [\"mcp\"]}}}",
            "It reads and writes the files that you may read and write. The page docs/mcp.md says more."
        })
public final class McpCommand implements Callable<Integer> {
    private final Streams streams;
    private final CommandTable commands;

    @Option(names = "--tools", paramLabel = "LIST", split = ",", description = "commands to offer (default: all)")
    private @Nullable List<String> tools;

    @Option(names = "--read-only", description = "offer nothing that writes a file")
    private boolean readOnly;

    /** A server of these commands. */
    public McpCommand(Streams streams, CommandTable commands) {
        this.streams = streams;
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Tool> offered = new LinkedHashMap<>();
        for (String name : tools == null ? commands.names() : tools) {
            if (!commands.names().contains(name)) {
                throw new BadInputException("--tools must be names of commands: found " + name
                        + Words.suggestion(name, new ArrayList<>(commands.names())));
            }
            Tool tool = new Tool(commands.spec(name), readOnly);
            if (tool.offered()) {
                offered.put(name, tool);
            } else if (tools != null) {
                throw new BadInputException("--read-only must come without tools that have to write a file: found "
                        + name + "; leave one out");
            }
        }
        new McpSession(streams.in(), new Outbox(streams.out()), commands, offered).run();
        return ExitCode.DONE;
    }
}
