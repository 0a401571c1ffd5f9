package org.oinfo.cli.worker;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.oinfo.cli.process.Interruption;
import org.oinfo.data.BadInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One call, or several that were sent together: run when their turn comes, and answered. */
final class Call {
    private enum State {
        WAITING,
        RUNNING,
        CANCELLED
    }

    private final JsonNode id;
    private final boolean batch;
    private final List<Task> tasks;
    private final Outbox outbox;
    private final Runnable ended;
    private final Interruption interruption = new Interruption();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /**
     * A call that waits.
     *
     * @param id what the answer is for
     * @param batch whether the tasks are answered by a list
     * @param ended run before it is answered
     */
    Call(JsonNode id, boolean batch, List<Task> tasks, Outbox outbox, Runnable ended) {
        this.id = id;
        this.batch = batch;
        this.tasks = tasks;
        this.outbox = outbox;
        this.ended = ended;
    }

    /** Ends it: at once if it has not begun, else as soon as the command can print what is finished. */
    void cancel() {
        if (state.compareAndSet(State.WAITING, State.CANCELLED)) {
            ended.run();
            outbox.answer(id, Reply.cancelled());
        } else {
            interruption.request();
        }
    }

    /** Runs it, unless it has been cancelled. */
    void run() {
        if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
            return;
        }
        Reply reply = batch ? replies() : reply(0);
        ended.run();
        outbox.answer(id, reply);
    }

    private Reply replies() {
        ObjectNode result = Outbox.object();
        ArrayNode results = result.putArray("results");
        for (int i = 0; i < tasks.size(); i++) {
            Reply reply = interruption.requested() ? Reply.cancelled() : reply(i);
            reply.addTo(results.addObject());
        }
        return new Reply.Result(result.toString());
    }

    private Reply reply(int task) {
        try {
            return tasks.get(task).run(interruption, new CallProgress(id, batch ? task : -1, outbox));
        } catch (BadInputException e) {
            return Reply.of(e);
        } catch (RuntimeException | Error e) {
            return Reply.internal(e);
        }
    }
}
