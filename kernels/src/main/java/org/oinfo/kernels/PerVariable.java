package org.oinfo.kernels;

import java.nio.ByteBuffer;

/**
 * What a {@link Landscape} of level full knows of each variable: the number and the mean of Omega of the n-plets that hold it and are
 * not singular.
 */
public final class PerVariable {
    /** Bytes that {@link #write} writes of each variable. */
    static final int BYTES = Long.BYTES + ExactSums.BYTES;

    private final long[] counts;
    private final ExactSums sums;

    PerVariable(int variables) {
        counts = new long[variables];
        sums = new ExactSums(variables);
    }

    void record(int[] nplet, int order, double omega) {
        for (int i = 0; i < order; i++) {
            add(nplet[i], 1, omega);
        }
    }

    /** Adds {@code omegas}, the sum of Omega of {@code nplets} n-plets that hold a variable. */
    public void add(int variable, long nplets, double omegas) {
        counts[variable] += nplets;
        sums.add(variable, omegas);
    }

    void merge(PerVariable other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        sums.merge(other.sums);
    }

    void write(ByteBuffer out) {
        for (int i = 0; i < counts.length; i++) {
            out.putLong(counts[i]);
            sums.write(i, out);
        }
    }

    void read(ByteBuffer in) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.getLong();
            sums.read(i, in);
        }
    }

    /** Number of n-plets that are not singular and hold a variable. */
    public long count(int variable) {
        return counts[variable];
    }

    /** Mean of Omega over the n-plets that are not singular and hold a variable; NaN when there are none. */
    public double mean(int variable) {
        return sums.value(variable) / counts[variable];
    }
}
