package org.oinfo.cli.worker;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.oinfo.cli.process.ExitCode;
import org.oinfo.cli.process.Interruption;
import org.oinfo.cli.process.Streams;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One call: a command line that is run with streams of its own, and answered. */
final class Call {
    /** Codes of JSON-RPC that are left to programs begin here: this one less the exit code. */
    private static final int BASE = -32000;

    private enum State {
        WAITING,
        RUNNING,
        CANCELLED
    }

    private final JsonNode id;
    private final String[] words;
    private final boolean json;
    private final ObjectNode params;
    private final Outbox outbox;
    private final Runnable ended;
    private final Interruption interruption = new Interruption();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /**
     * A call that waits.
     *
     * @param id what the answer is for
     * @param words the command line
     * @param json whether it prints JSON
     * @param params as the client gave them
     * @param ended run before it is answered
     */
    Call(JsonNode id, String[] words, boolean json, ObjectNode params, Outbox outbox, Runnable ended) {
        this.id = id;
        this.words = words;
        this.json = json;
        this.params = params;
        this.outbox = outbox;
        this.ended = ended;
    }

    /** Ends it: at once if it has not begun, else as soon as the command can print what is finished. */
    void cancel() {
        if (state.compareAndSet(State.WAITING, State.CANCELLED)) {
            ended.run();
            fail(ExitCode.INTERRUPTED, "cancelled before it began");
        } else {
            interruption.request();
        }
    }

    /** Runs it, unless it has been cancelled. */
    void run(CommandTable commands) {
        if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Streams streams = new Streams(
                new NoInput(), out, new PrintWriter(err, true), false, interruption, new CallProgress(id, outbox));
        try {
            int code = commands.run(words, streams);
            ended.run();
            answer(code, out.toString(StandardCharsets.UTF_8), err.toString());
        } catch (RuntimeException | Error e) {
            // The next call has nothing to do with it.
            ended.run();
            outbox.error(id, RpcProblem.INTERNAL, "this should not have happened, please report it: " + e, null);
        }
    }

    private void answer(int code, String out, String err) {
        if (code != ExitCode.DONE && (code != ExitCode.INTERRUPTED || out.isBlank())) {
            fail(code, new StandardError(err).problem());
        } else if (out.isEmpty()) {
            ObjectNode file = Outbox.object();
            file.set(Words.OUT, params.path(Words.OUT));
            outbox.result(id, file.toString());
        } else {
            outbox.result(id, json ? out : Outbox.object().put("text", out).toString());
        }
    }

    private void fail(int exit, String message) {
        outbox.error(id, BASE - exit, message, Outbox.object().put("exit", exit).put("kind", kind(exit)));
    }

    private static String kind(int exit) {
        return switch (exit) {
            case ExitCode.BAD_INPUT -> "input";
            case ExitCode.BACKEND_UNAVAILABLE -> "unavailable";
            case ExitCode.INTERRUPTED -> "interrupted";
            default -> "failed";
        };
    }
}
