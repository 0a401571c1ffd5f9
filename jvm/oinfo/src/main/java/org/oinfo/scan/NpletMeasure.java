package org.oinfo.scan;

/**
 * A measure of one's own, made of the four measures of an n-plet: {@code (tc, dtc, o, s) -> o / s}. See {@link OwnMeasure}.
 *
 * <p>It is called by several threads at once, in no particular order, perhaps more than once for an n-plet: it must depend on its
 * arguments alone and keep no state, and then results are the same for any number of threads. What it throws ends the analysis and
 * comes out of it.
 */
@FunctionalInterface
public interface NpletMeasure {
    /**
     * The value of an n-plet.
     *
     * @param tc total correlation, nats, like the others less its bias where bias correction was asked for
     * @param dtc dual total correlation
     * @param o O-information
     * @param s S-information
     * @return its value; NaN or an infinity where it has none: then the n-plet is in no ranking
     */
    double of(double tc, double dtc, double o, double s);
}
