package org.oinfo.kernels;

/**
 * Precision of the comparison that selects candidates for a ranking at {@link Level#EXTREMES}. No result depends on it: the
 * comparison lets through whatever may win, and candidates are scored by the {@link Canonical canonical routine}.
 */
public enum Screen {
    /** Whichever the backend expects to be faster. */
    AUTO,
    /** Double precision. */
    DOUBLE,
    /** Single precision, where the backend has such a comparison for the order; double precision elsewhere. */
    SINGLE
}
