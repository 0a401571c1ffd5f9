package org.oinfo.cli.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the first line of the input to its last. This thread reads, so that a cancellation is taken at once; another one runs the calls,
 * in the order they come: each has all processors to itself.
 */
final class Session {
    private final Lines lines;
    private final Outbox outbox;
    private final CommandTable commands;
    private final Map<String, Words> words = new ConcurrentHashMap<>();
    /** Calls that are not answered yet, by their ids. */
    private final Map<JsonNode, Call> open = new ConcurrentHashMap<>();

    Session(InputStream in, Outbox outbox, CommandTable commands) {
        this.lines = new Lines(in);
        this.outbox = outbox;
        this.commands = commands;
    }

    /** Takes calls until there are no more; what runs then is cancelled. */
    void run() throws IOException {
        try (ExecutorService runner = Executors.newSingleThreadExecutor(task -> new Thread(task, "oinfo-calls"))) {
            try {
                while (!outbox.lost() && takeLine(runner)) {}
            } finally {
                open.values().forEach(Call::cancel);
            }
        }
    }

    private boolean takeLine(ExecutorService runner) throws IOException {
        JsonNode id = null;
        try {
            Optional<byte[]> line = lines.next();
            if (line.isEmpty()) {
                return false;
            }
            if (new String(line.get(), StandardCharsets.UTF_8).isBlank()) {
                return true;
            }
            JsonNode json = Message.json(line.get());
            id = Message.id(json);
            take(Message.of(json), runner);
        } catch (RpcProblem e) {
            outbox.error(id, e.code(), e.text(), null);
        } catch (RuntimeException e) {
            // The next line has nothing to do with it.
            outbox.error(id, RpcProblem.INTERNAL, "this should not have happened, please report it: " + e, null);
        }
        return true;
    }

    private void take(Message message, ExecutorService runner) {
        if (message.method().equals("$/cancelRequest")) {
            cancel(message.params().get("id"));
        } else if (message.method().startsWith("$/")) {
            // What a client may tell and need not be understood.
            return;
        } else {
            start(message, runner);
        }
    }

    private void cancel(@Nullable JsonNode id) {
        Call call = id == null ? null : open.get(id);
        // One that has been answered meanwhile is gone.
        if (call != null) {
            call.cancel();
        }
    }

    private void start(Message message, ExecutorService runner) {
        JsonNode id = message.id();
        if (id == null) {
            throw new RpcProblem(RpcProblem.NO_CALL, "a call must have an id: " + message.method() + " has none");
        }
        if (!commands.names().contains(message.method())) {
            throw new RpcProblem(
                    RpcProblem.NO_METHOD,
                    "a method must be the name of a command: found " + message.method()
                            + Words.suggestion(message.method(), new ArrayList<>(commands.names())));
        }
        Call call = call(id, message);
        if (open.putIfAbsent(id, call) != null) {
            throw new RpcProblem(
                    RpcProblem.NO_CALL, "an id must be of one call at a time: " + id + " is not answered yet");
        }
        runner.execute(() -> call.run(commands));
    }

    private Call call(JsonNode id, Message message) {
        Words command = words.computeIfAbsent(message.method(), name -> new Words(commands.spec(name)));
        ObjectNode params = message.params();
        String form = params.path(Words.FORMAT).asString("json");
        if (form.equals("npy") && !params.hasNonNull(Words.OUT)) {
            throw new RpcProblem(
                    RpcProblem.WRONG_PARAMETERS,
                    "format npy must come with out: found none; name a file for the array");
        }
        boolean json = command.hasFormat()
                && form.equals("json")
                && !params.path("dry-run").asBoolean(false);
        return new Call(id, command.of(params), json, params, outbox, () -> open.remove(id));
    }
}
