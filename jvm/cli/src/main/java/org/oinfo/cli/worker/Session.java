package org.oinfo.cli.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * From the first line of the input to its last. This thread reads, so that a cancellation is taken at once; another one runs the calls,
 * in the order they come: each has all processors to itself.
 */
final class Session {
    private final Conversation client;
    private final Outbox outbox;
    private final Shelf shelf = new Shelf();
    private final Tasks tasks;
    /** Calls that are not answered yet, by their ids. */
    private final Map<JsonNode, Call> open = new ConcurrentHashMap<>();

    Session(InputStream in, Outbox outbox, CommandTable commands) {
        this.client = new Conversation(in, outbox);
        this.outbox = outbox;
        this.tasks = new Tasks(commands, shelf);
    }

    /** Takes calls until there are no more; what runs then is cancelled. */
    void run() throws IOException {
        try (shelf;
                ExecutorService runner = Executors.newSingleThreadExecutor(task -> new Thread(task, "oinfo-calls"))) {
            try {
                client.each(message -> take(message, runner));
            } finally {
                open.values().forEach(Call::cancel);
            }
        }
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
        boolean batch = message.method().equals(Tasks.BATCH);
        List<Task> wanted =
                batch ? Batch.tasks(message.params(), tasks) : List.of(tasks.of(message.method(), message.params()));
        Call call = new Call(id, batch, wanted, outbox, () -> open.remove(id));
        if (open.putIfAbsent(id, call) != null) {
            throw new RpcProblem(
                    RpcProblem.NO_CALL, "an id must be of one call at a time: " + id + " is not answered yet");
        }
        runner.execute(call::run);
    }
}
