package org.oinfo.targets;

/** Scores n-plets of the sound sources of a target. Belongs to one thread at a time. */
public interface NpletInformation extends AutoCloseable {
    /**
     * Scores an n-plet, raw.
     *
     * @param nplet ascending positions among the sound sources, the n-plet at [0, order); order at least 2
     * @return false when it is singular
     */
    boolean score(int[] nplet, int order);

    /** The measure of the last n-plet, raw, nats. */
    double value(TargetMeasure measure);

    /**
     * All values of an n-plet, corrected.
     *
     * @param nplet ascending positions among the sound sources, at least 2
     */
    TargetNplet values(int[] nplet);

    /** Gives back what it holds outside the heap; it must not be used any more. */
    @Override
    default void close() {}
}
