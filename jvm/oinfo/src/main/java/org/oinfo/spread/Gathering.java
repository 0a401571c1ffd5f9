package org.oinfo.spread;

/** Takes what machines found in pieces of some work, as it comes back. Thread-safe. */
public interface Gathering {
    /**
     * Takes what some pieces hold, as {@link PieceWorker#run} gives it; pieces that are here already are left out.
     *
     * @throws org.oinfo.data.BadInputException it is of other work
     */
    void found(byte[] bytes);

    /**
     * Told how many units were gone through in pieces that are not back, for the progress.
     *
     * @return whether to go on
     */
    boolean underway(long units);

    /** Whether to go on; asked every so often. */
    boolean goOn();
}
