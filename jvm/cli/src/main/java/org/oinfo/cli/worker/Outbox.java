package org.oinfo.cli.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Sends messages, one a line. Thread-safe. */
public final class Outbox {
    private final OutputStream out;
    private boolean lost;

    public Outbox(OutputStream out) {
        this.out = out;
    }

    /** A new object. */
    public static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    /** Answers a call by what is JSON already. */
    void result(JsonNode id, String json) {
        ObjectNode answer = answer(id);
        // A line break can only stand between the values of JSON, and what follows it is indentation.
        answer.putRawValue("result", new RawValue(json.strip().replaceAll("\\R *", "")));
        send(answer);
    }

    /** Answers a call, or a line that is none: its id is null then. */
    void error(@Nullable JsonNode id, int code, String message, @Nullable ObjectNode data) {
        ObjectNode answer = answer(id);
        ObjectNode error = answer.putObject("error").put("code", code).put("message", message);
        if (data != null) {
            error.set("data", data);
        }
        send(answer);
    }

    /** Tells something that nobody asked for. */
    void notify(String method, ObjectNode params) {
        ObjectNode message = object().put("jsonrpc", "2.0").put("method", method);
        message.set("params", params);
        send(message);
    }

    /** Whether nobody reads any more. */
    public synchronized boolean lost() {
        return lost;
    }

    private static ObjectNode answer(@Nullable JsonNode id) {
        ObjectNode answer = object().put("jsonrpc", "2.0");
        if (id == null) {
            return answer.putNull("id");
        }
        answer.set("id", id);
        return answer;
    }

    /** Sends a message. */
    public synchronized void send(ObjectNode message) {
        if (lost) {
            return;
        }
        try {
            out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // Whoever called is gone: there is nobody to tell.
            lost = true;
        }
    }
}
