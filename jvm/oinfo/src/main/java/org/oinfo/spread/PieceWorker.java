package org.oinfo.spread;

import org.jspecify.annotations.Nullable;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Pieces;

/** Does pieces of some work that another machine leads. Thread-safe. */
@FunctionalInterface
public interface PieceWorker {
    /**
     * What some pieces hold, or the first of them where all would take long; null where the monitor or an interruption stopped it before
     * they were done.
     *
     * @return bytes that {@link Gathering#found} takes
     * @throws org.oinfo.data.BadInputException this machine cannot; the message says why, without naming the machine
     */
    byte @Nullable [] run(Pieces pieces, int threads, Monitor monitor);
}
