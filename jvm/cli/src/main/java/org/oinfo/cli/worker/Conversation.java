package org.oinfo.cli.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The messages of a client, one a line, from the first to the last. Whatever comes of one, the next has nothing to do with it. */
public final class Conversation {
    private final Lines lines;
    private final Outbox outbox;

    public Conversation(InputStream in, Outbox outbox) {
        this.lines = new Lines(in);
        this.outbox = outbox;
    }

    /**
     * Hands on each message, until there are no more or nobody reads the answers.
     *
     * @param take its {@link RpcProblem}, or any other exception, is answered
     */
    public void each(Consumer<Message> take) throws IOException {
        while (!outbox.lost() && next(take)) {}
    }

    private boolean next(Consumer<Message> take) throws IOException {
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
            take.accept(Message.of(json));
        } catch (RpcProblem e) {
            outbox.answer(id, Reply.of(e));
        } catch (RuntimeException e) {
            outbox.answer(id, Reply.internal(e));
        }
        return true;
    }
}
