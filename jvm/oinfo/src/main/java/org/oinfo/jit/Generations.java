package org.oinfo.jit;

import java.util.Optional;
import java.util.function.Supplier;
import org.oinfo.kernels.Backend;

/** A backend, and the same of classes loaded anew as often as its loops came out boxed; three times at most. Thread-safe. */
final class Generations {
    static final int MOST = 3;

    /**
     * A backend.
     *
     * @param number how often its classes were loaded anew
     * @param last whether they will not be again
     */
    record Generation(Backend backend, int number, boolean last) {}

    private final Supplier<Optional<Backend>> loader;
    private volatile Generation current;

    /** A backend, and what loads it anew. */
    Generations(Backend first, Supplier<Optional<Backend>> loader) {
        this.loader = loader;
        current = new Generation(first, 0, false);
    }

    Generation current() {
        return current;
    }

    /** The loops of a generation were found to be boxed. */
    synchronized void boxed(Generation found) {
        if (found.number != current.number || found.last) {
            return;
        }
        Optional<Backend> fresh = found.number < MOST ? loader.get() : Optional.empty();
        current = fresh.map(backend -> new Generation(backend, found.number + 1, false))
                .orElse(new Generation(found.backend, found.number, true));
    }

    /** What happened, for people; empty where nothing did. */
    String told() {
        Generation now = current;
        String loaded =
                now.number == 0 ? "" : ", classes loaded anew " + now.number + (now.number == 1 ? " time" : " times");
        return now.last ? loaded + ", loops compiled badly (slow)" : loaded;
    }
}
