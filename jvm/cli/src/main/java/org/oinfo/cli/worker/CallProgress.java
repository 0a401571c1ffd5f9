package org.oinfo.cli.worker;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.oinfo.cli.process.ProgressSink;
import org.oinfo.parallel.BestSoFar;
import org.oinfo.parallel.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the client how far its call is, five times a second. */
final class CallProgress implements ProgressSink {
    private static final long PAUSE_NANOS = 200_000_000;

    private final JsonNode id;
    private final int call;
    private final Outbox outbox;

    /**
     * Of a call.
     *
     * @param call which of several that were sent together, from 0; -1 of one
     */
    CallProgress(JsonNode id, int call, Outbox outbox) {
        this.id = id;
        this.call = call;
        this.outbox = outbox;
    }

    @Override
    public Part begin(String name, long total) {
        long begun = System.nanoTime();
        AtomicLong told = new AtomicLong(begun);
        return (done, latest) -> {
            long now = System.nanoTime();
            long before = told.get();
            if (now - before >= PAUSE_NANOS && told.compareAndSet(before, now)) {
                outbox.notify("$/progress", message(name, done, total, (now - begun) * 1e-9, latest));
            }
        };
    }

    private ObjectNode message(String name, long done, long total, double seconds, Progress latest) {
        double rate = done / seconds;
        ObjectNode message = Outbox.object();
        message.set("id", id);
        if (call >= 0) {
            message.put("call", call);
        }
        message.put("part", name);
        message.put("order", latest.order() == 0 ? null : (Integer) latest.order());
        message.put("done", done);
        message.put("total", total < 0 ? null : (Long) total);
        message.put("rate", rate);
        message.put("left", total < done || rate == 0 ? null : (Double) ((total - done) / rate));
        if (latest.lowest() == null && latest.highest() == null) {
            return message.putNull("best");
        }
        ObjectNode best = message.putObject("best");
        put("lowest", latest.lowest(), best);
        put("highest", latest.highest(), best);
        return message;
    }

    private static void put(String end, @Nullable BestSoFar nplet, ObjectNode best) {
        if (nplet == null) {
            best.putNull(end);
            return;
        }
        ObjectNode one = best.putObject(end);
        for (int variable : nplet.nplet()) {
            one.withArray("nplet").add(variable);
        }
        one.put("value", nplet.value());
    }
}
