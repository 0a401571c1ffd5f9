package org.oinfo.cli.process;

/** Wall time. */
public final class Seconds {
    private Seconds() {}

    /** Seconds since a value of {@link System#nanoTime}, to the millisecond. */
    public static double since(long nanos) {
        return rounded((System.nanoTime() - nanos) * 1e-9);
    }

    /** Seconds to the millisecond. */
    public static double rounded(double seconds) {
        return Math.round(seconds * 1e3) / 1e3;
    }
}
