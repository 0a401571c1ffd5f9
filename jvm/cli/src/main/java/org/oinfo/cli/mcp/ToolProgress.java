package org.oinfo.cli.mcp;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ProgressSink;
import org.oinfo.cli.worker.Outbox;
import org.oinfo.parallel.BestSoFar;
import org.oinfo.parallel.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the client how far its call is, five times a second. What is told only grows, through all parts of the work. */
final class ToolProgress implements ProgressSink {
    private static final long PAUSE_NANOS = 200_000_000;

    private final JsonNode token;
    private final Outbox outbox;
    /** Units of the parts that have begun, as far as they have come. */
    private long reached;

    private long told = -1;
    private long toldAt = System.nanoTime();

    ToolProgress(JsonNode token, Outbox outbox) {
        this.token = token;
        this.outbox = outbox;
    }

    @Override
    public synchronized Part begin(String name, long total) {
        long before = reached;
        return (done, latest) -> reached(name, before, done, total, latest);
    }

    private synchronized void reached(String name, long before, long done, long total, Progress latest) {
        reached = Math.max(reached, before + done);
        long now = System.nanoTime();
        if (now - toldAt < PAUSE_NANOS || reached <= told) {
            return;
        }
        toldAt = now;
        told = reached;
        ObjectNode message = Outbox.object().put("jsonrpc", "2.0").put("method", "notifications/progress");
        ObjectNode params = message.putObject("params");
        params.set("progressToken", token);
        params.put("progress", reached);
        if (total >= done) {
            params.put("total", before + total);
        }
        params.put("message", words(name, done, total, latest));
        outbox.send(message);
    }

    private static String words(String name, long done, long total, Progress latest) {
        StringBuilder text = new StringBuilder(name).append(": ").append(String.format(Locale.ROOT, "%,d", done));
        if (total >= done) {
            text.append(String.format(Locale.ROOT, " of %,d", total));
        }
        append("lowest", latest.lowest(), text);
        append("highest", latest.highest(), text);
        return text.toString();
    }

    private static void append(String end, @Nullable BestSoFar best, StringBuilder text) {
        if (best != null) {
            text.append(String.format(Locale.ROOT, "; %s so far %.6f, columns ", end, best.value()))
                    .append(Arrays.stream(best.nplet())
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(";")));
        }
    }
}
