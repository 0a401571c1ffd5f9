package org.oinfo.study;

import org.oinfo.parallel.Monitor;

/** Is told what a study does. */
public interface StudyProgress {
    /** Says nothing, stops nothing. */
    StudyProgress NONE = new StudyProgress() {
        @Override
        public Stage begin(String what, long total) {
            return progress -> true;
        }

        @Override
        public void say(String line) {}
    };

    /** Long work that begins: its steps, and the wish to stop it. */
    interface Stage extends Monitor, AutoCloseable {
        @Override
        default void close() {}
    }

    /**
     * Long work begins.
     *
     * @param what is done, in a few words
     * @param total what the steps add up to
     */
    Stage begin(String what, long total);

    /** Something is finished. */
    void say(String line);
}
