package org.oinfo.cli.mcp;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oinfo.cli.worker.Outbox;
import org.oinfo.cli.worker.RpcProblem;
import org.oinfo.cli.worker.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.node.ObjectNode;

/** A command as a tool of an assistant. */
final class Tool {
    /** The parameters that name a file to write. */
    static final Set<String> WRITTEN = Set.of(Words.OUT, "report", "plot", "resume");

    private final CommandSpec command;
    private final Words words;
    private final boolean readOnly;

    /**
     * A tool.
     *
     * @param readOnly whether it must not write a file
     */
    Tool(CommandSpec command, boolean readOnly) {
        this.command = command;
        // What help does not show is for programs of ours: --arrays writes files.
        this.words = new Words(command, false);
        this.readOnly = readOnly;
    }

    /** Whether there is anything it may do. */
    boolean offered() {
        return !readOnly || !mustWrite();
    }

    private boolean mustWrite() {
        OptionSpec out = words.options().get(Words.OUT);
        return out != null && out.required();
    }

    /** What the assistant is told of it. */
    ObjectNode listed() {
        boolean writes = !readOnly && WRITTEN.stream().anyMatch(words.options()::containsKey);
        ObjectNode tool = Outbox.object();
        tool.put("name", command.name());
        tool.put(
                "description",
                Stream.of(command.usageMessage().description())
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" ")));
        tool.set("inputSchema", new InputSchema(command, words, readOnly).json());
        tool.putObject("annotations")
                .put("readOnlyHint", !writes)
                // A file of that name is replaced.
                .put("destructiveHint", writes)
                .put("idempotentHint", true)
                .put("openWorldHint", false);
        return tool;
    }

    /** The command line of a call. */
    String[] words(ObjectNode arguments) {
        for (String written : WRITTEN) {
            if (readOnly && arguments.hasNonNull(written)) {
                throw new RpcProblem(
                        RpcProblem.WRONG_PARAMETERS,
                        written + " must not be given: this server was started with --read-only; leave it out");
            }
        }
        if (arguments.path(Words.FORMAT).asString("").equals("npy") && !arguments.hasNonNull(Words.OUT)) {
            throw new RpcProblem(
                    RpcProblem.WRONG_PARAMETERS,
                    "format npy must come with out: found none; name a file for the array");
        }
        return words.of(arguments);
    }

    /** Whether a call's result comes as JSON. */
    boolean answersInJson(ObjectNode arguments) {
        return words.hasFormat()
                && arguments.path(Words.FORMAT).asString("json").equals("json")
                && !arguments.path("dry-run").asBoolean(false);
    }
}
