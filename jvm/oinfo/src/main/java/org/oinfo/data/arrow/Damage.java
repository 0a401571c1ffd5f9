package org.oinfo.data.arrow;

/** What an Arrow file must not be. */
final class Damage {
    private Damage() {}

    /**
     * Refuses a file.
     *
     * @throws IllegalStateException it does not hold
     */
    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
