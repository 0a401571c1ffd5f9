package org.oinfo.parallel;

/** Watches a scan and may stop it. Called by all worker threads, often: implementations are thread-safe and quick. */
public interface Monitor {
    /** Watches nothing and never stops. */
    Monitor NONE = new Monitor() {};

    /** Asked between slices; once true, no more n-plets are handed out. */
    default boolean cancelled() {
        return false;
    }

    /**
     * More n-plets have been scored.
     *
     * @param order their order
     * @param nplets how many more since any last call
     */
    default void advanced(int order, long nplets) {}
}
