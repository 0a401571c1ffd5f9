package org.oinfo.cli.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ProgressSink;
import org.oinfo.cli.process.Version;
import org.oinfo.cli.worker.CommandTable;
import org.oinfo.cli.worker.Conversation;
import org.oinfo.cli.worker.Message;
import org.oinfo.cli.worker.Outbox;
import org.oinfo.cli.worker.RpcProblem;
import org.oinfo.cli.worker.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the first message of a client to its last. This thread reads, so that a cancellation is taken at once; another one runs the
 * calls, in the order they come: each has all processors to itself.
 */
final class McpSession {
    /** Versions of the protocol that are spoken, the newest first: what is said here is the same in all of them. */
    private static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    private static final String INSTRUCTIONS =
            "Measures which groups of variables (n-plets) share information (redundancy: O-information o > 0) or hold it only"
                    + " together (synergy: o < 0). Data are files on this machine: samples in rows, variables in columns, .npy or"
                    + " .csv. Begin with scan at order 3; dry-run tells how long a scan would take. Tell the user the warnings of a"
                    + " result. Where a text says --order, the parameter order is meant.";

    /** So long the work that nobody waits for any more may take to see that. */
    private static final int SECONDS = 5;

    private final Conversation client;
    private final Outbox outbox;
    private final CommandTable commands;
    private final Map<String, Tool> tools;
    /** Calls that are not answered yet, by their ids. */
    private final Map<JsonNode, ToolCall> open = new ConcurrentHashMap<>();

    McpSession(InputStream in, Outbox outbox, CommandTable commands, Map<String, Tool> tools) {
        this.client = new Conversation(in, outbox);
        this.outbox = outbox;
        this.commands = commands;
        this.tools = tools;
    }

    /** Takes messages until there are no more; what runs then is cancelled, since nobody reads its result. */
    void run() throws IOException {
        ExecutorService runner = Executors.newSingleThreadExecutor(task -> new Thread(task, "oinfo-tools"));
        try {
            client.each(message -> take(message, runner));
        } finally {
            open.values().forEach(ToolCall::cancel);
            runner.shutdown();
            await(runner);
        }
    }

    private static void await(ExecutorService runner) {
        try {
            runner.awaitTermination(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Message message, ExecutorService runner) {
        JsonNode id = message.id();
        if (id == null) {
            if (message.method().equals("notifications/cancelled")) {
                cancel(message.params().get("requestId"));
            }
            // What else a client may tell changes nothing here.
            return;
        }
        switch (message.method()) {
            case "initialize" -> answer(id, initialized(message.params()));
            case "ping" -> answer(id, Outbox.object());
            case "tools/list" -> answer(id, listed());
            case "tools/call" -> call(id, message.params(), runner);
            default ->
                throw new RpcProblem(
                        RpcProblem.NO_METHOD,
                        "a method must be one of initialize, ping, tools/list, tools/call: found " + message.method());
        }
    }

    private void answer(JsonNode id, ObjectNode result) {
        ObjectNode answer = Outbox.object().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.set("result", result);
        outbox.send(answer);
    }

    private static ObjectNode initialized(ObjectNode params) {
        String asked = params.path("protocolVersion").asString("");
        ObjectNode result = Outbox.object();
        result.put("protocolVersion", VERSIONS.contains(asked) ? asked : VERSIONS.getFirst());
        result.putObject("capabilities").putObject("tools");
        result.putObject("serverInfo").put("name", "oinfo").put("version", Version.text());
        return result.put("instructions", INSTRUCTIONS);
    }

    private ObjectNode listed() {
        ObjectNode result = Outbox.object();
        tools.values().forEach(tool -> result.withArray("tools").add(tool.listed()));
        return result;
    }

    private void cancel(@Nullable JsonNode id) {
        ToolCall call = id == null ? null : open.remove(id);
        // One that has been answered meanwhile is gone.
        if (call != null) {
            call.cancel();
        }
    }

    private void call(JsonNode id, ObjectNode params, ExecutorService runner) {
        String name = params.path("name").asString("");
        Tool tool = tools.get(name);
        if (tool == null) {
            throw new RpcProblem(
                    RpcProblem.WRONG_PARAMETERS,
                    "there must be a tool of this name: found " + (name.isEmpty() ? "none" : name)
                            + Words.suggestion(name, new ArrayList<>(tools.keySet())));
        }
        JsonNode token = params.path("_meta").path("progressToken");
        ProgressSink progress = token.isMissingNode() ? ProgressSink.NONE : new ToolProgress(token, outbox);
        ToolCall call = new ToolCall(tool, params, progress, result -> {
            open.remove(id);
            answer(id, result);
        });
        if (open.putIfAbsent(id, call) != null) {
            throw new RpcProblem(
                    RpcProblem.NO_CALL, "an id must be of one call at a time: " + id + " is not answered yet");
        }
        runner.execute(() -> call.run(commands));
    }
}
