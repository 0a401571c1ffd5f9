package org.oinfo.cli.process;

import org.oinfo.parallel.Progress;

/** Is told how far a command is, whether or not there is a bar to be seen. */
public interface ProgressSink {
    /** Wants to know nothing. */
    ProgressSink NONE = (name, total) -> (done, latest) -> {};

    /**
     * A part of the work begins.
     *
     * @param name of the part
     * @param total units of all orders and runs together; -1 when nobody knows
     */
    Part begin(String name, long total);

    /** One part of a command's work. Called by the threads that do the work: thread-safe and quick. */
    @FunctionalInterface
    interface Part {
        /**
         * It has come so far.
         *
         * @param done units of all orders and runs together
         * @param latest what was told last
         */
        void reached(long done, Progress latest);
    }
}
