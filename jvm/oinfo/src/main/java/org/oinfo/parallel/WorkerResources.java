package org.oinfo.parallel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The resources that one thread holds for its work. They are closed when that work ends, however it ends, the last one opened
 * first; so they are too where a later one could not be opened.
 */
public final class WorkerResources implements AutoCloseable {
    private final Deque<Runnable> closings = new ArrayDeque<>();

    /**
     * Takes charge of a resource that was just opened.
     *
     * @param close closes it
     * @return the resource
     */
    public <R> R add(R resource, Consumer<? super R> close) {
        closings.push(() -> close.accept(resource));
        return resource;
    }

    /** Closes all; what the first failure threw is thrown when none is left open. */
    @Override
    public void close() {
        @Nullable RuntimeException failure = null;
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
