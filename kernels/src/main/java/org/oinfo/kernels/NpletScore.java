package org.oinfo.kernels;

/**
 * The one routine whose values of an n-plet count: rankings and what is reported of ranked n-plets come from it alone.
 *
 * <p>An instance holds scratch memory and belongs to one thread at a time.
 */
public interface NpletScore {
    /**
     * Scores one n-plet; read the values from {@link #tc}, {@link #dtc}, {@link #o} and {@link #s}.
     *
     * @param nplets ascending indices, the n-plet at [offset, offset+order)
     * @return false when the n-plet is singular, and the four values are NaN
     */
    boolean score(int[] nplets, int offset, int order);

    /** Total correlation of the last n-plet, nats. */
    double tc();

    /** Dual total correlation of the last n-plet, nats. */
    double dtc();

    /** O-information of the last n-plet, nats. */
    double o();

    /** S-information of the last n-plet, nats. */
    double s();

    /**
     * Determinant of the correlations of one n-plet, whether it is singular or not; for scores of correlations alone.
     *
     * @param nplets ascending indices, the n-plet at [offset, offset+order)
     */
    default double determinant(int[] nplets, int offset, int order) {
        throw new UnsupportedOperationException("only scores of correlations have determinants");
    }

    /** Writes TC, DTC, Omega and S of the last n-plet to out[offset..offset+3]; four NaN if it was singular. */
    default void write(double[] out, int offset) {
        out[offset] = tc();
        out[offset + 1] = dtc();
        out[offset + 2] = o();
        out[offset + 3] = s();
    }
}
