package org.oinfo.cli.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    /** Answers a call, or a line that is none: its id is null then. */
    void answer(@Nullable JsonNode id, Reply reply) {
        ObjectNode answer = object().put("jsonrpc", "2.0");
        if (id == null) {
            answer.putNull("id");
        } else {
            answer.set("id", id);
        }
        reply.addTo(answer);
        send(answer);
    }

    /** Tells something that nobody asked for. */
    void notify(String method, ObjectNode params) {
        ObjectNode message = object().put("jsonrpc", "2.0").put("method", method);
        message.set("params", params);
        send(message);
    }

    /** Whether nobody reads any more. */
    synchronized boolean lost() {
        return lost;
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
