package org.oinfo.parallel;

import java.util.HashMap;
import java.util.Map;

/**
 * Turns what a monitor is told, which begins at none with every run, into steps that add up over several runs, one after the
 * other. Thread-safe.
 */
public final class ProgressSteps {
    private final Map<Integer, Long> done = new HashMap<>();

    /** Units done since the last call about this order. */
    public synchronized long since(Progress progress) {
        Long before = done.put(progress.order(), progress.done());
        return before == null || progress.done() < before ? progress.done() : progress.done() - before;
    }
}
