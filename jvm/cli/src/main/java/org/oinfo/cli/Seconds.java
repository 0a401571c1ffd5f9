package org.oinfo.cli;

/** Wall time. */
final class Seconds {
    private Seconds() {}

    /** Seconds since a value of {@link System#nanoTime}, to the millisecond. */
    static double since(long nanos) {
        return Math.round((System.nanoTime() - nanos) * 1e-6) / 1e3;
    }
}
