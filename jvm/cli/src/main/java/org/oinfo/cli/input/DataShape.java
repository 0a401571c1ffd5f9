package org.oinfo.cli.input;

/**
 * The size of data of which nothing is estimated yet.
 *
 * @param samples rows T
 * @param variables chosen columns N, constant ones included
 */
public record DataShape(int samples, int variables) {
    /** Up to so many columns, correlations are a matter of megabytes. */
    public static final int FEW = 1000;

    /** Whether even the correlations are a matter of memory. */
    public boolean isWide() {
        return variables > FEW;
    }

    /** Bytes of the correlations, and of the copy that kernels work on. */
    public long correlationBytes() {
        return 2L * Double.BYTES * variables * variables;
    }

    /** Bytes of the scores of every sample. */
    public long scoreBytes() {
        return (long) Double.BYTES * samples * variables;
    }
}
