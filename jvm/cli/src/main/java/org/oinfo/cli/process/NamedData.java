package org.oinfo.cli.process;

import org.jspecify.annotations.Nullable;
import org.oinfo.data.Samples;

/** Data that stays loaded from one command of a process to the next, by the words that name it in place of a file. */
public interface NamedData {
    /** Of a process that runs one command: all data is in files. */
    NamedData NONE = new NamedData() {
        @Override
        public boolean stays() {
            return false;
        }

        @Override
        public @Nullable Samples find(String word) {
            return null;
        }

        @Override
        public void put(Samples samples) {
            throw new IllegalStateException("nothing stays loaded here");
        }
    };

    /** Whether data may be {@link #put} here. */
    boolean stays();

    /**
     * The data that a word names, which closing leaves open; null where the word names a file.
     *
     * @throws org.oinfo.data.BadInputException it names data that is not loaded
     */
    @Nullable
    Samples find(String word);

    /** Takes data over, to stay loaded. */
    void put(Samples samples);
}
